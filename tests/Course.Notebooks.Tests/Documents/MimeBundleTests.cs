using Course.Notebooks.Documents;

namespace Course.Notebooks.Tests.Documents;

public class MimeBundleTests
{
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/vnd.course.claim.v2+json", true)]
    [InlineData("text/html", false)]
    [InlineData("image/svg+xml", false)]
    [InlineData("model/gltf+json", false)]
    public void JSON_is_what_Jupyter_holds_to_be_JSON(string mimeType, bool json) => Assert.Equal(json, MimeBundle.IsJson(mimeType));

    [Fact]
    public void Texts_come_back_as_they_went_in()
    {
        var texts = new Dictionary<string, string>
        {
            ["text/html"] = "<b>é😀</b>",
            ["application/json"] = """{"a":[1,1.0,"é😀"]}""",
            ["text/plain"] = "\"quoted\"",
        };

        Assert.Equal(texts, MimeBundle.FromTexts(texts).ToTexts());
    }

    [Fact]
    public void What_is_not_a_number_is_null_for_others() =>
        Assert.Equal("[null,1]", new MimeBundle("application/json", "[NaN,1]").Text("application/json"));

    [Fact]
    public void What_claims_to_be_JSON_and_is_not_stays_text()
    {
        var bundle = new MimeBundle("application/json", "{broken");

        Assert.Equal("{broken", (string)bundle["application/json"]!);
    }

    [Fact]
    public void A_form_that_is_not_there_is_null() => Assert.Null(new MimeBundle("text/html", "x").Text("text/plain"));
}
