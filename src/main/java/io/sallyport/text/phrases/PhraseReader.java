package io.sallyport.text.phrases;

import io.sallyport.text.phrases.Part.AnyOf;
import io.sallyport.text.phrases.Part.Gap;
import io.sallyport.text.phrases.Part.OneOf;
import io.sallyport.text.phrases.Part.Perhaps;
import io.sallyport.text.phrases.Part.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the notation of {@link Phrasebook}. */
final class PhraseReader {

    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final Pattern BAR = Pattern.compile("\\|");
    private static final Pattern DEFINITION = Pattern.compile("(?<name>[a-z-]+)\\s*=\\s*(?<phrases>.+)");
    private static final Pattern WITHOUT_BLANKS = Pattern.compile("(?=[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}ー])");

    private final Map<String, Part> named = new HashMap<>();
    private final List<Phrasebook.Entry> entries = new ArrayList<>();
    private String section = "";

    List<Phrasebook.Entry> read(List<String> lines) {
        for (String line : lines) {
            try {
                readLine(line);
            } catch (IllegalArgumentException wrong) {
                throw new IllegalArgumentException("'" + line + "': " + wrong.getMessage(), wrong);
            }
        }
        return List.copyOf(entries);
    }

    private void readLine(String line) {
        var definition = DEFINITION.matcher(line);
        if (line.startsWith("[") && line.endsWith("]")) {
            section = line.substring(1, line.length() - 1);
        } else if (definition.matches()) {
            named.put(definition.group("name"), anyOf(definition.group("phrases")));
        } else if (line.startsWith("!")) {
            entries.add(
                    new Phrasebook.Entry(section, true, phrase(line.substring(1).strip())));
        } else {
            entries.add(new Phrasebook.Entry(section, false, phrase(line)));
        }
    }

    private Part anyOf(String phrases) {
        return new AnyOf(COMMA.splitAsStream(phrases)
                .map(String::strip)
                .map(this::phrase)
                .toList());
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
        if (written.endsWith("?")) {
            var part = new Sequence(
                    parts(written.substring(0, written.length() - 1)).toList());
            return Stream.of(new Perhaps(part));
        }
        if (written.startsWith("{") && written.endsWith("}")) {
            return Stream.of(named(written.substring(1, written.length() - 1)));
        }
        if (written.contains("|")) {
            return Stream.of(new OneOf(
                    BAR.splitAsStream(written).map(PhraseReader::plain).toList()));
        }
        return Arrays.stream(WITHOUT_BLANKS.split(plain(written))).map(word -> new OneOf(List.of(word)));
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
        if (plain.isEmpty()) {
            throw new IllegalArgumentException("an empty word");
        }
        return plain;
    }
}
