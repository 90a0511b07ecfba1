using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Architecture.Tests;

/// <summary>How the code reads: conventions that a reviewer would otherwise have to look for.</summary>
public sealed partial class ConventionTests
{
    private static readonly string[] EmptyNames = ["Helper", "Helpers", "Manager", "Util", "Utils", "Common", "Shared", "Models", "Services", "Misc"];

    private static IEnumerable<Type> Types => Source.Assemblies.SelectMany(assembly => assembly.GetTypes())
        .Where(type => !type.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false) && !type.Name.Contains('<', StringComparison.Ordinal)
            && type.Namespace is { } space && !space.StartsWith("Microsoft.", StringComparison.Ordinal)
            && !space.StartsWith("System", StringComparison.Ordinal));

    [Fact]
    public void PublicType_SaysWhatItIsFor()
    {
        var silent = Source.Assemblies.SelectMany(assembly =>
        {
            var documentation = XDocument.Load(Path.ChangeExtension(assembly.Location, ".xml"));
            var described = documentation.Descendants("member")
                .Where(member => !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
                .Select(member => (string?)member.Attribute("name")).ToHashSet(StringComparer.Ordinal);
            return assembly.GetExportedTypes().Where(type => type.DeclaringType is null)
                .Where(type => !described.Contains("T:" + type.FullName) && type.Name != "Program")
                .Select(type => type.FullName);
        });
        Assert.Empty(silent);
    }

    [Fact]
    public void Class_IsSealed_UnlessAnotherInheritsFromIt()
    {
        var parents = Types.Select(type => type.BaseType).OfType<Type>()
            .Select(type => type.IsGenericType ? type.GetGenericTypeDefinition() : type).ToHashSet();
        var open = Types.Where(type => type is { IsClass: true, IsSealed: false, IsAbstract: false } && !parents.Contains(type) && type.Name != "Program")
            .Select(type => type.FullName);
        Assert.Empty(open);
    }

    [Fact]
    public void Namespace_IsTheFolder()
    {
        var strays = Source.Files("src").Select(file => (File: Source.Relative(file), Match: NamespaceLine().Match(File.ReadAllText(file))))
            .Where(source => source.Match.Success)
            .Where(source =>
            {
                var folder = Path.GetDirectoryName(source.File)?["src/".Length..].Replace('\\', '/').Replace('/', '.');
                return source.Match.Groups[1].Value != folder;
            })
            .Select(source => source.File);
        Assert.Empty(strays);
    }

    [Fact]
    public void Name_SaysSomething()
    {
        var folders = Source.Files("src").Concat(Source.Files("tests")).Select(Source.Relative)
            .SelectMany(file => file.Split('/')[..^1]).Distinct().Where(EmptyNames.Contains);
        var types = Types.Where(type => EmptyNames.Any(word => word != "Services" && type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.Name);
        Assert.Empty(folders.Concat(types));
    }

    [Fact]
    public void Typesetting_KnowsNoPlanWord()
    {
        string[] words =
        [
            .. Directory.EnumerateFiles(Path.Combine(Source.Root, "data/henan-2012/plans")).Select(Path.GetFileNameWithoutExtension).OfType<string>(),
            "通报", "小结", "行动计划", "报送", "牵头", "亮灯", "bulletin", "obligation",
        ];
        var found = Source.Files("src/Typesetting").SelectMany(file =>
        {
            var text = File.ReadAllText(file);
            return words.Where(word => Regex.IsMatch(text, $@"(?<![A-Za-z]){Regex.Escape(word)}(?![A-Za-z])", RegexOptions.IgnoreCase))
                .Select(word => $"{Source.Relative(file)}: {word}");
        });
        Assert.Empty(found);
    }

    [GeneratedRegex(@"^namespace ([\w.]+);", RegexOptions.Multiline)]
    private static partial Regex NamespaceLine();
}
