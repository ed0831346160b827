namespace Course.Grading.Reports;

/// <summary>The frame around the content of all pages. Pages run no script and load nothing, and tell the browser so.</summary>
internal static class PageFrame
{
    private const string Style = """
        :root { color-scheme: light dark; --line: #8884; --good: #1a7f37; --bad: #c0392b; --lost: #946200; --quiet: #646b78; --card: #8881; }
        @media (prefers-color-scheme: dark) { :root { --good: #4cc26a; --bad: #ff7b6b; --lost: #e0a33e; --quiet: #9aa3b2; } }
        body { font: 16px/1.55 system-ui, sans-serif; max-width: 52em; margin: 2em auto; padding: 0 1em; }
        h1 { font-size: 1.6em; margin-bottom: .1em } h2 { font-size: 1.15em; margin: 0 0 .3em }
        .quiet { color: var(--quiet) } .good { color: var(--good) } .bad { color: var(--bad) }
        .total { font-size: 1.2em } .total b { font-size: 1.5em }
        section { border: 1px solid var(--line); border-left: .4em solid var(--edge); border-radius: .4em; padding: .8em 1em; margin: 1em 0; }
        section > :last-child { margin-bottom: 0 } section ul { margin-top: .3em }
        .passed { --edge: var(--good) } .failed { --edge: var(--bad) } .lost { --edge: var(--lost) } .open { --edge: var(--quiet) }
        .bar { display: flex; min-width: 8em; height: .7em; margin: .5em 0 .2em; border-radius: .2em; overflow: hidden }
        .bar i { background: var(--edge) } .bar i.open { background: var(--line) }
        .mark { display: inline-block; min-width: 1.3em; text-align: center; color: var(--edge) } .marks { white-space: nowrap }
        .points { float: right; font-weight: 600; margin-left: 1em }
        .hint { background: var(--card); border-radius: .3em; padding: .5em .8em; margin: .6em 0 }
        table { border-collapse: collapse; width: 100%; font-size: .92em } th { text-align: left; font-weight: 600 }
        th, td { padding: .3em .6em .3em 0; border-bottom: 1px solid var(--line); vertical-align: top } .item { display: block; margin-bottom: .2em }
        td.number, th.number { text-align: right; white-space: nowrap } table + h2, section + h2 { margin-top: 1.5em } code { font: .95em ui-monospace, monospace; overflow-wrap: anywhere }
        @media (max-width: 40em) {
          table, tbody, tr, td { display: block } thead { position: absolute; clip-path: inset(50%) }
          tr { border-bottom: 1px solid var(--line); padding: .4em 0 } td, td.number { border: 0; padding: .1em 0; text-align: left; white-space: normal }
          td::before { content: attr(data-label) ": "; color: var(--quiet) } td:empty, td:first-child::before { display: none } td:first-child { font-weight: 600 } .marks { white-space: normal }
        }
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
