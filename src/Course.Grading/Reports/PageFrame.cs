namespace Course.Grading.Reports;

/// <summary>The frame around the content of all pages. Pages run no script and load nothing, and tell the browser so.</summary>
internal static class PageFrame
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8884; --good: #1a7f37; --bad: #c0392b; --quiet: #6b7280; --card: #8881; }
        @media (prefers-color-scheme: dark) { :root { --good: #4cc26a; --bad: #ff7b6b; --quiet: #9aa3b2; } }
        body { font: 16px/1.55 system-ui, sans-serif; max-width: 52em; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.6em; margin-bottom: .1em } h2 { font-size: 1.15em; margin: 0 0 .3em }
        .quiet { color: var(--quiet) } .good { color: var(--good) } .bad { color: var(--bad) }
        .total { font-size: 1.2em } .total b { font-size: 1.5em }
        section { border: 1px solid var(--line); border-left: .4em solid var(--edge); border-radius: .4em; padding: .8em 1em; margin: 1em 0; }
        section.passed { --edge: var(--good) } section.failed { --edge: var(--bad) } section.open { --edge: var(--quiet) }
        .bar { display: flex; min-width: 8em; height: .7em; margin: .5em 0 .2em; border-radius: .2em; overflow: hidden }
        .bar i.passed { background: var(--good) } .bar i.failed { background: var(--bad) } .bar i.lost { background: #b7791f } .bar i.open { background: var(--line) }
        .points { float: right; font-weight: 600 }
        .hint { background: var(--card); border-radius: .3em; padding: .5em .8em; margin: .6em 0 }
        table { border-collapse: collapse; width: 100%; font-size: .92em } th { text-align: left; font-weight: 600 }
        th, td { padding: .3em .6em .3em 0; border-bottom: 1px solid var(--line); vertical-align: top }
        td.number, th.number { text-align: right; white-space: nowrap } table + h2 { margin-top: 1.5em } code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere }
        """;

    public static string Of(string title, string body) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
        <meta name="viewport" content="width=device-width">
        <title>{SafeText.Html(title)}</title>
        <style>
        {Style}
        </style>
        </head>
        <body>
        {body}
        </body>
        </html>

        """;
}
