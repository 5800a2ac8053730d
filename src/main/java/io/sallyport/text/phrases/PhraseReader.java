package io.sallyport.text.phrases;

import io.sallyport.text.phrases.Part.AnyOf;
import io.sallyport.text.phrases.Part.Gap;
import io.sallyport.text.phrases.Part.OneOf;
import io.sallyport.text.phrases.Part.Perhaps;
import io.sallyport.text.phrases.Part.Sequence;
import io.sallyport.text.phrases.Part.ToEnd;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the notation of {@link Phrasebook}. */
final class PhraseReader {

    private static final String ALL = "all";
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern DEFINITION = Pattern.compile("(?<name>[a-z-]+)\\s*=\\s*(?<phrases>.+)");
    private static final Pattern WITHOUT_BLANKS = Pattern.compile("(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー])");

    private final Map<String, Part> named = new HashMap<>();
    private final List<Phrasebook.Entry> entries = new ArrayList<>();
    private String section = "";

    List<Phrasebook.Entry> entries() {
        return List.copyOf(entries);
    }

    void read(List<String> lines) {
        section = "";
        for (String line : lines) {
            try {
                readLine(line);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("'" + line + "': " + wrong.getMessage(), wrong);
            }
        }
    }

    private void readLine(String line) {
        var definition = DEFINITION.matcher(line);
        if (line.startsWith("[") && line.endsWith("]")) {
            String heading = line.substring(1, line.length() - 1);
            section = heading.equals(ALL) ? "" : heading;
        } else if (definition.matches()) {
            define(definition.group("name"), definition.group("phrases"));
        } else if (line.startsWith("!")) {
            entries.add(entry(true, line.substring(1).strip()));
        } else {
            entries.add(entry(false, line));
        }
    }

    private Phrasebook.Entry entry(boolean isException, String written) {
        boolean opensSentence = written.startsWith("^ ");
        return new Phrasebook.Entry(
                section, isException, opensSentence, phrase(opensSentence ? written.substring(2) : written));
    }

    /** A name that is given again stands for its earlier phrases as well. */
    private void define(String name, String phrases) {
        Stream<Sequence> earlier =
                named.get(name) instanceof AnyOf(List<Sequence> known) ? known.stream() : Stream.empty();
        Stream<Sequence> more = COMMA.splitAsStream(phrases).map(String::strip).map(this::phrase);
        named.put(name, new AnyOf(Stream.concat(earlier, more).toList()));
    }

    private Sequence phrase(String line) {
        List<Part> parts = BLANKS.splitAsStream(line).flatMap(this::parts).toList();
        if (parts.isEmpty() || parts.getFirst() instanceof Gap || parts.getFirst() instanceof Perhaps) {
            throw new IllegalArgumentException("a phrase begins with a word that has to be there");
        }
        return new Sequence(parts);
    }

    private Stream<Part> parts(String written) {
        if (written.matches("\\.{2,}")) {
            return Stream.of(new Gap(3 * (written.length() - 1)));
        }
        if (written.equals(">")) {
            return Stream.of(new ToEnd());
        }
        if (written.endsWith("?")) {
            var part = new Sequence(
                    parts(written.substring(0, written.length() - 1)).toList());
            return Stream.of(new Perhaps(part));
        }
        if (written.contains("{") && written.contains("|")) {
            throw new IllegalArgumentException("'" + written + "': a name cannot stand among words; write two phrases");
        }
        if (written.startsWith("{") && written.endsWith("}")) {
            return Stream.of(named(written.substring(1, written.length() - 1)));
        }
        if (written.contains("|")) {
            return Stream.of(OneOf.of(BAR.splitAsStream(written)
                    .map(PhraseReader::plain)
                    .map(WordShape::of)
                    .toList()));
        }
        return Arrays.stream(WITHOUT_BLANKS.split(plain(written))).map(word -> OneOf.of(List.of(WordShape.of(word))));
    }

    private Part named(String name) {
        Part part = named.get(name);
        if (part == null) {
            throw new IllegalArgumentException("{" + name + "} is not defined above");
        }
        return part;
    }

    private static String plain(String word) {
        String plain = PlainWords.plain(word);
        if (plain.isEmpty() || plain.equals("*") || plain.equals("~")) {
            throw new IllegalArgumentException("an empty word");
        }
        if (plain.matches(".*[-/.].*")) {
            throw new IllegalArgumentException("'" + plain + "' is two words in a message: write a blank");
        }
        if (plain.matches(".*[?!^{}].*")) {
            throw new IllegalArgumentException(
                    "'" + plain + "' can be no word of a message: ? stands only behind a whole piece, {name} alone");
        }
        return plain;
    }
}
