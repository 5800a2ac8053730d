package io.sallyport.text.phrases;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as its words made plain: lower case, without accents, apostrophes and invisible characters, look-alike letters
 * of other alphabets replaced. Each character of a script without blanks is a word. Addresses are one word each.
 */
public final class PlainWords {

    /**
     * @param start and {@code end} where it stands in the text as given
     * @param opensSentence whether no phrase may reach into it from the words before
     */
    record Word(String plain, int start, int end, boolean opensSentence) {}

    private static final Pattern WORD = Pattern.compile("""
            (?<address>\\S*(?:@|://)\\S+)\
            |[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー]\
            |[\\p{L}\\p{M}\\p{N}\\p{Cf}]+(?:['’ʼ`´][\\p{L}\\p{M}\\p{N}\\p{Cf}]+)*\
            |(?<end>[.!?…。！？]+(?=\\s|\\p{Z}|["'”)»]|[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}]|$)|\\n\\s*\\n|[;:。！？])""");

    private static final Pattern DROPPED = Pattern.compile("[\\p{M}\\p{Cf}'’ʼ`´]");

    /** Cyrillic and Greek letters that pass for Latin ones, and what they pass for. */
    private static final String LOOK_ALIKES = "аеорсухіјѕԁɡһӏкмтвнοαεινρτυχκ";

    private static final String LATIN = "aeopcyxijsdghlkmtbhoaeivptuxk";

    private static final Pattern MIXED = Pattern.compile(".*[a-z].*");

    private final String text;
    private final List<Word> words;

    private PlainWords(String text, List<Word> words) {
        this.text = text;
        this.words = words;
    }

    public static PlainWords of(String text) {
        var words = new ArrayList<Word>();
        boolean opens = true;
        Matcher match = WORD.matcher(text);
        while (match.find()) {
            if (match.group("end") != null) {
                opens = true;
                continue;
            }
            String plain = match.group("address") == null ? plain(match.group()) : "@";
            if (!plain.isEmpty()) {
                words.add(new Word(plain, match.start(), match.end(), opens));
                opens = false;
            }
        }
        return new PlainWords(text, List.copyOf(words));
    }

    /** One word as phrases are compared. */
    static String plain(String word) {
        String folded = Normalizer.normalize(word, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        String bare = DROPPED.matcher(folded).replaceAll("").replace("ß", "ss").replace('ł', 'l');
        return MIXED.matcher(bare).matches() ? latin(bare) : bare;
    }

    private static String latin(String word) {
        var plain = new StringBuilder(word);
        for (int i = 0; i < plain.length(); i++) {
            int at = LOOK_ALIKES.indexOf(plain.charAt(i));
            if (at >= 0) {
                plain.setCharAt(i, LATIN.charAt(at));
            }
        }
        return plain.toString();
    }

    int size() {
        return words.size();
    }

    /** The sentence around a word; phrases do not reach out of it. */
    Sentence sentenceOf(int index) {
        int end = index + 1;
        while (end < words.size() && !words.get(end).opensSentence()) {
            end++;
        }
        return new Sentence(words, end);
    }

    /** @param end the place after its last word */
    record Sentence(List<Word> words, int end) {
        String word(int index) {
            return words.get(index).plain();
        }
    }

    /** The words of the text as given, from one place to another. */
    String quote(int from, int to) {
        return text.substring(words.get(from).start(), words.get(to - 1).end());
    }
}
