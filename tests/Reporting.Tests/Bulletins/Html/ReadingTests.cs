using Reporting.Bulletins.Documents;

namespace Reporting.Tests.Bulletins.Html;

/// <summary>The text of the files, as a browser has it.</summary>
public sealed class ReadingTests(Browser browser)
{
    /// <summary>The text in its order, the insides of a picture left out as a screen reader leaves them; line feeds only lay out the source.</summary>
    private const string Read =
        """
        (() => {
          const read = node => node.nodeType === Node.TEXT_NODE ? node.data
            : ['svg'].includes(node.nodeName) && node.getAttribute('role') === 'img'
              ? node.getAttribute('aria-labelledby').split(' ').map(id => document.getElementById(id).textContent).join('')
              : [...node.childNodes].map(read).join('');
          return read(document.body).replaceAll('\n', '');
        })()
        """;

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task Text_IsReadInOrder_AsItWasComposed(string name)
    {
        var document = Issue.Of(name);
        await using var opened = await browser.OpenAsync(Issue.Html(document));

        Assert.Equal(string.Concat(Issue.Told(document)), await opened.Page.EvaluateAsync<string>(Read));
    }

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task Charts_WriteOutEveryFigure(string name)
    {
        var document = Issue.Of(name);
        await using var opened = await browser.OpenAsync(Issue.Html(document));

        var drawn = await opened.Page.Locator("svg[role=img]").EvaluateAllAsync<string[]>("all => all.map(s => [...s.querySelectorAll('text')].map(t => t.textContent).join(''))");

        Assert.Equal(document.Blocks.OfType<FigureBlock>().Count(), drawn.Length);
        foreach (var (figure, text) in document.Blocks.OfType<FigureBlock>().Zip(drawn))
            Assert.All(Bulletins.Reading.Phrases(figure.Chart), phrase => Assert.Contains(phrase.Text, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task HostileText_StaysText()
    {
        const string hostile = "<script>document.title='x'</script>\"'&amp;</p></style><img src=x onerror=alert(1)>";
        Phrase text = Phrase.Plain(hostile + "\0\u0001");
        var document = new Document(hostile, hostile, hostile, null,
        [
            new MastheadBlock(hostile, hostile, text, hostile, text),
            new TitleBlock([text]),
            new HeadingBlock(1, text),
            new ParagraphBlock(text, text),
            new TableBlock(text, [new TableColumn(hostile, 1m)], [new TableRow([text])]),
            new FigureBlock(text, text, new CompletionChart([new CompletionRow(text, 50m, 25m, text)])),
            new NoteBlock(text),
            new SignatureBlock(hostile, text),
            new DistributionBlock([new DistributionLine(hostile, text)]),
        ]);
        await using var opened = await browser.OpenAsync(Issue.Html(document));

        Assert.Equal(string.Concat(Issue.Told(document)).Replace('\0', '�').Replace('\u0001', '�'), await opened.Page.EvaluateAsync<string>(Read));
        Assert.Equal(hostile, await opened.Page.TitleAsync());
        Assert.Equal(0, await opened.Page.Locator("script, img, main style").CountAsync());
        Assert.Equal(hostile, await opened.Page.Locator("meta[name=author]").GetAttributeAsync("content"));
        Assert.Single(opened.Requests);
        Assert.Empty(opened.Messages);
    }

    [Theory]
    [MemberData(nameof(Issue.Names), MemberType = typeof(Issue))]
    public async Task File_AsksForNothing_AndItsStyleSheetPasses(string name)
    {
        await using var opened = await browser.OpenAsync(Issue.Html(name));
        await opened.Page.Locator("footer").ScrollIntoViewIfNeededAsync();

        Assert.Single(opened.Requests);
        Assert.Empty(opened.Messages);
        Assert.Equal("rgb(200, 0, 14)", await opened.Page.Locator(".name").EvaluateAsync<string>("e => getComputedStyle(e).color"));
    }

    /// <summary>Whatever got into a file: the policy lets it neither run nor ask.</summary>
    [Fact]
    public async Task Policy_LetsNothingInjectedRunOrAsk()
    {
        await using var opened = await browser.OpenAsync(Issue.Html("silent-plan"));

        await opened.Page.EvaluateAsync(
            """
            () => {
              for (const markup of ['<img src="http://elsewhere.test/a.png">', '<link rel="stylesheet" href="http://elsewhere.test/a.css">', '<iframe src="http://elsewhere.test/"></iframe>'])
                document.body.insertAdjacentHTML('beforeend', markup);
              const script = document.createElement('script');
              script.textContent = 'document.title = "taken over"';
              document.body.append(script);
            }
            """);
        await opened.Page.WaitForTimeoutAsync(200);

        Assert.Single(opened.Sent);
        Assert.NotEqual("taken over", await opened.Page.TitleAsync());
        Assert.NotEmpty(opened.Messages);
    }
}
