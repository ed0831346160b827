using Microsoft.Playwright;

namespace Course.FrontEnds.Tests;

/// <summary>What a learner does in the classic Notebook, done in a browser.</summary>
public sealed class ClassicNotebookTests(JupyterHome jupyter) : IClassFixture<JupyterHome>
{
    [Fact]
    public async Task A_lesson_runs_draws_moves_fails_in_red_is_interrupted_and_completes()
    {
        await using ClassicNotebook notebook = await ClassicNotebook.OpenAsync(jupyter, "02-perceptron.ipynb");
        IPage page = notebook.Page;

        // A bar that moves: its text is read while the cells run.
        await page.EvaluateAsync(
            """
            () => {
              window.bars = new Set();
              setInterval(() => document.querySelectorAll('.output_area progress, .output_area [role=progressbar]').forEach(bar =>
                window.bars.add(`${bar.getAttribute('aria-label')} ${bar.getAttribute('aria-valuenow') ?? bar.value}`)), 50);
            }
            """);
        await notebook.RunAllAsync();
        await notebook.AllDoneAsync();
        await page.Locator(".output_area .plot-container").First.ScrollIntoViewIfNeededAsync();
        await ShotAsync(page, "all-cells");
        Assert.NotEqual(0, await page.Locator(".output_area .plot-container").CountAsync());
        Assert.True(await page.EvaluateAsync<int>("() => window.bars.size") > 2, "no bar moved");
        Assert.Equal(0, await page.Locator(".output_error").CountAsync());

        // A machine to play with computes in the page: the drawn 3, pushed two columns aside, is an 8 to it, as the lesson says.
        ILocator machine = page.Locator(".course-playground");
        await Assertions.Expect(machine.Locator(".play-spoken")).ToContainTextAsync("reads 3");
        ILocator right = machine.Locator("button").Filter(new() { HasText = "→" });
        await right.ClickAsync();
        await right.ClickAsync();
        await Assertions.Expect(machine.Locator(".play-spoken")).ToContainTextAsync("reads 8");
        await ShotAsync(page, "a-machine-to-play-with");

        // As a theme does it: another colour for the text, and its name on the body.
        ILocator chart = page.Locator(".course-chart:has(.xtick)").First;
        await chart.EvaluateAsync("box => { box.parentElement.style.color = 'rgb(10, 120, 230)'; document.body.dataset.theme = 'blue'; }");
        await Assertions.Expect(chart.Locator(".xtick text").First).ToHaveCSSAsync("fill", "rgb(10, 120, 230)");

        // A film's controls keep the keys that the Notebook would move from cell to cell with.
        ILocator frame = page.Locator(".course-film input").First;
        await frame.FocusAsync();
        string last = (await frame.GetAttributeAsync("aria-valuetext"))!;
        const string Selected = "() => Jupyter.notebook.get_selected_index()";
        int selected = await page.EvaluateAsync<int>(Selected);
        await page.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(frame).Not.ToHaveAttributeAsync("aria-valuetext", last);
        Assert.Equal(selected, await page.EvaluateAsync<int>(Selected));

        int failing = await notebook.AddCellAsync("int zero = 0;\nConsole.WriteLine(1 / zero);");
        await notebook.RunCellAsync(failing);
        ILocator error = notebook.Output(failing).Locator(".output_error");
        await Assertions.Expect(error).ToContainTextAsync("line 2");
        Assert.NotEqual(0, await error.Locator("[class*=ansi-red]").CountAsync());
        await error.ScrollIntoViewIfNeededAsync();
        await ShotAsync(page, "an-error");

        int endless = await notebook.AddCellAsync("while (true) { }");
        await notebook.RunCellAsync(endless);
        await page.WaitForTimeoutAsync(1000);
        await page.EvaluateAsync("() => Jupyter.notebook.kernel.interrupt()");
        await Assertions.Expect(notebook.Output(endless).Locator(".output_error")).ToBeVisibleAsync(new() { Timeout = 15_000 });
        int next = await notebook.AddCellAsync("6 * 7");
        await notebook.RunCellAsync(next);
        await Assertions.Expect(notebook.Output(next)).ToContainTextAsync("42", new() { Timeout = 15_000 });

        int import = await notebook.AddCellAsync("using TorchSharp;");
        await notebook.RunCellAsync(import);
        await notebook.AllDoneAsync();
        int typing = await notebook.AddCellAsync("torch.");
        await page.EvaluateAsync(
            "at => { const cell = Jupyter.notebook.get_cell(at); Jupyter.notebook.edit_mode(); cell.focus_editor(); "
                + "cell.code_mirror.setCursor({ line: 0, ch: 6 }); }", typing);
        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.Locator(".completions option").Filter(new() { HasText = "set_num_threads" }))
            .ToHaveCountAsync(1, new() { Timeout = 15_000 });
        await ShotAsync(page, "completion");
    }

    // Kept beside the test program, to be looked at.
    private static Task<byte[]> ShotAsync(IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(AppContext.BaseDirectory, "screenshots", $"classic-notebook-{name}.png") });
}
