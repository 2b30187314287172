using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace HotGigs.Tests.AppHost;

/// <summary>One resource as AppHost.cs declares it: the method that adds it, and the calls chained to that.</summary>
internal sealed record DeclaredResource(string Name, string AddedBy, IReadOnlyList<DeclaredCall> Calls)
{
    internal IEnumerable<DeclaredCall> All(string method) => Calls.Where(call => call.Method == method);
}

/// <summary>A call with its arguments: text of string literals, resource names of variables, source text of anything else.</summary>
internal sealed record DeclaredCall(string Method, IReadOnlyList<string> Arguments);

/// <summary>Reads AppHost.cs without compiling it, because Aspire's packages may not be there.</summary>
internal sealed class AspireModel
{
    private readonly Dictionary<string, string> _resourceOfVariable = [];
    private readonly Dictionary<string, DeclaredResource> _resources = [];

    internal AspireModel(string source)
    {
        var root = CSharpSyntaxTree.ParseText(source).GetCompilationUnitRoot();
        foreach (var statement in root.Members.OfType<GlobalStatementSyntax>().Select(member => member.Statement)) Read(statement);
    }

    internal IReadOnlyDictionary<string, DeclaredResource> Resources => _resources;

    private void Read(StatementSyntax statement)
    {
        if (statement is ExpressionStatementSyntax expression) ReadChain(expression.Expression);
        if (statement is not LocalDeclarationStatementSyntax declaration) return;
        foreach (var variable in declaration.Declaration.Variables)
            if (ReadChain(variable.Initializer!.Value) is { } name) _resourceOfVariable[variable.Identifier.Text] = name;
    }

    /// <returns>Name of the last resource that the chain adds; null when it adds none.</returns>
    private string? ReadChain(ExpressionSyntax expression)
    {
        string? current = null;
        foreach (var invocation in Chain(expression))
        {
            var method = ((MemberAccessExpressionSyntax)invocation.Expression).Name.Identifier.Text;
            var arguments = invocation.ArgumentList.Arguments.Select(argument => Text(argument.Expression)).ToArray();
            if (method.StartsWith("Add", StringComparison.Ordinal))
                _resources[current = arguments[0]] = new DeclaredResource(arguments[0], method, new List<DeclaredCall>());
            else if (current is not null)
                ((List<DeclaredCall>)_resources[current].Calls).Add(new DeclaredCall(method, arguments));
        }

        return current;
    }

    /// <summary>Calls of a fluent chain in the order in which they run.</summary>
    private static Stack<InvocationExpressionSyntax> Chain(ExpressionSyntax expression)
    {
        var calls = new Stack<InvocationExpressionSyntax>();
        for (var next = expression; next is InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member } call; next = member.Expression)
            calls.Push(call);
        return calls;
    }

    /// <summary>An interpolated text with a manifest expression for each parameter in it.</summary>
    private string Template(InterpolatedStringExpressionSyntax text) => string.Concat(text.Contents.Select(part =>
        part is InterpolationSyntax hole ? $"{{{Text(hole.Expression)}.value}}" : part.ToString()));

    private string Text(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal when literal.IsKind(SyntaxKind.StringLiteralExpression) => literal.Token.ValueText,
        InvocationExpressionSyntax { ArgumentList.Arguments: [{ Expression: InterpolatedStringExpressionSyntax text }] } => Template(text),
        IdentifierNameSyntax variable when _resourceOfVariable.TryGetValue(variable.Identifier.Text, out var name) => name,
        _ => expression.ToString(),
    };
}
