namespace Course.Tests.PerceptronLimits.Charts;

/// <summary>The hands of one who plays with points and lines in a page: JavaScript to stand before a test's own.</summary>
internal static class PlaneHands
{
    internal const string Script = """
        const plane = box.querySelector("canvas[tabindex]"), said = () => box.querySelector(".play-spoken").textContent;
        const pointer = (type, [x, y], [low, high]) => {
          const at = plane.getBoundingClientRect();
          plane.dispatchEvent(new PointerEvent(type, { bubbles: true, pointerId: 1, pointerType: "mouse",
            clientX: at.left + (x - low) / (high - low) * at.width, clientY: at.top + (high - y) / (high - low) * at.height }));
        };
        const drag = (from, to, view = [-0.5, 1.5]) => {
          pointer("pointerdown", from, view);
          for (const part of [0.25, 0.5, 0.75, 1]) pointer("pointermove", from.map((v, i) => v + part * (to[i] - v)), view);
          pointer("pointerup", to, view);
          return said();
        };
        const press = label => {
          [...box.querySelectorAll("button")].find(button => button.textContent === label).click();
          return said();
        };
        const choosePoints = word => {
          const choice = box.querySelector("select");
          choice.value = word;
          choice.dispatchEvent(new Event("change"));
          return said();
        };
        const slide = (label, value) => {
          const slider = [...box.querySelectorAll("label")].find(each => each.firstChild.textContent === label).querySelector("input");
          slider.value = value;
          slider.dispatchEvent(new Event("input"));
          return said();
        };
        const key = (...names) => {
          for (const name of names) plane.dispatchEvent(new KeyboardEvent("keydown", { key: name, bubbles: true, cancelable: true }));
          return said();
        };
        await painted();

        """;
}
