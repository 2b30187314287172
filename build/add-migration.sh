#!/usr/bin/env bash
# Adds an EF migration: build/add-migration.sh NAME
set -euo pipefail
cd "$(dirname "$0")/.."
: "${1:?usage: build/add-migration.sh NAME}"
dotnet tool restore >/dev/null
dotnet build build/Design -p:RunAnalyzers=false -v quiet -nologo
dotnet ef migrations add "$1" --no-build --project HotGigs.Core --startup-project build/Design --output-dir Data/Migrations --namespace HotGigs.Core.Data.Migrations
