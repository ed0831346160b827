namespace Course.Data;

/// <summary>A word with what is said for each of its letters.</summary>
/// <param name="Letters">The word in small letters.</param>
/// <param name="Phonemes">As many signs, one a letter: a phoneme, or <c>-</c> for a letter that is silent.</param>
/// <param name="Stresses">As many signs: the stress of a vowel from 0 to 2, or on which side of a consonant the syllable's middle lies, <c>&lt;</c> or <c>&gt;</c>.</param>
public sealed record SpokenWord(string Letters, string Phonemes, string Stresses);
