#!/usr/bin/env bash
# Makes the initial migration anew from the model. Only while no release has shipped: after that, migrations are added, never edited
# (build/add-migration.sh NAME).
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore >/dev/null
folder=HotGigs.Core/Data/Migrations
rm -f "$folder"/*_Initial.cs "$folder"/*_Initial.Designer.cs "$folder"/HotGigsDbContextModelSnapshot.cs
dotnet build build/Design -p:RunAnalyzers=false -v quiet -nologo
dotnet ef migrations add Initial --no-build --project HotGigs.Core --startup-project build/Design --output-dir Data/Migrations --namespace HotGigs.Core.Data.Migrations
# A fixed id keeps the file's name, and so the history of the model, stable while it is remade.
made=$(basename "$(ls "$folder"/*_Initial.cs)" .cs)
id=20261121000000_Initial
mv "$folder/$made.cs" "$folder/$id.cs"
mv "$folder/$made.Designer.cs" "$folder/$id.Designer.cs"
sed -i "s/$made/$id/" "$folder/$id.Designer.cs"
# Without an older snapshot the tool puts the new one in a folder named after the namespace.
stray=HotGigs.Core/HotGigs/Core/Data/Migrations/HotGigsDbContextModelSnapshot.cs
if [ -f "$stray" ]; then mv "$stray" "$folder/" && rm -r HotGigs.Core/HotGigs; fi
sed -i '1s/^\xEF\xBB\xBF//' "$folder/$id.cs" "$folder/$id.Designer.cs" "$folder/HotGigsDbContextModelSnapshot.cs"
