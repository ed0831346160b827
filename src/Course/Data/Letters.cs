namespace Course.Data;

/// <summary>Distorted capital letters A to Z in 20 fonts, each described by 16 integers from 0 to 15 (Frey and Slate, 1991).</summary>
public static class Letters
{
    /// <summary>
    /// Loads the 20,000 letters in their published order: the paper trained on the first 16,000 and tested on the last 4,000.
    /// </summary>
    public static LabelledTable Load()
    {
        using Stream content = Datasets.Open("uci-letters", "letter-recognition.data.gz");
        return LabelledTable.From(Csv.Read(content, "letter-recognition.data.gz"), 0, "letter-recognition.data.gz");
    }
}
