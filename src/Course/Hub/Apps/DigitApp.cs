using Course.Hub.Models;
using Course.Hub.Repositories;

namespace Course.Hub.Apps;

/// <summary>
/// An app on a hub, which the Hub calls a space: a page on which one draws a digit, and a model from the same hub says which. The model
/// runs in the browser, in plain JavaScript that reads its safetensors; nothing is installed, and no other address is asked. Defined in
/// lesson 17.
/// </summary>
public static class DigitApp
{
    private const string PageName = "index.html", Placeholder = "OWNER/MODEL";

    /// <summary>The page.</summary>
    /// <param name="model">The model that it fetches: a <see cref="Perceptrons.SoftmaxRegression"/> for digits of 14×14 pixels.</param>
    /// <exception cref="ArgumentException">That is no model.</exception>
    public static string Page(RepoId model)
    {
        ArgumentNullException.ThrowIfNull(model);
        if (model.Kind != RepoKind.Model) throw new ArgumentException($"{model} is no model.", nameof(model));
        string resource = $"{typeof(DigitApp).Namespace}.{PageName}";
        using var reader = new StreamReader(typeof(DigitApp).Assembly.GetManifestResourceStream(resource)!);
        // No letter of a name is special to HTML.
        return reader.ReadToEnd().Replace(Placeholder, model.FullName, StringComparison.Ordinal);
    }

    /// <summary>Commits the app to a repository, which is made if it is not there.</summary>
    /// <param name="hub">The hub.</param>
    /// <param name="space">The app's name.</param>
    /// <param name="model">The model that it runs.</param>
    /// <returns>The commit, 40 hex digits.</returns>
    /// <exception cref="ArgumentException">One is no app, or the other no model.</exception>
    public static string PushToHub(LocalHub hub, RepoId space, RepoId model)
    {
        ArgumentNullException.ThrowIfNull(hub);
        ArgumentNullException.ThrowIfNull(space);
        if (space.Kind != RepoKind.Space) throw new ArgumentException($"{space} is no app.", nameof(space));
        var card = new ModelCard("# Draw a digit\n\nA page that runs the model in the browser.\n",
            ("title", ["Draw a digit"]), ("sdk", ["static"]), ("models", [model.FullName]));
        return hub.Create(space, existOk: true).Commit(
            "Upload app", [HubChange.Text(PageName, Page(model)), HubChange.Text(ModelCard.FileName, card.Write())]);
    }
}
