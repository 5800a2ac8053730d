package io.sallyport.action;

import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Whether a message means this item of an order, or speaks of something that it is not. */
final class Items {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}-]+");
    private static final Pattern CLAUSES = Pattern.compile("[,;:()!?–—]|\\.(?:\\s|$)");

    private static final WordLists LISTS = WordLists.load("/action/items.txt");
    private static final Set<String> TAKEN_BACK = LISTS.of("taken-back");
    private static final Set<String> ARTICLES = LISTS.of("article");
    private static final Set<String> LINKS = LISTS.of("link");
    private static final Set<String> ENDS = LISTS.of("end");
    private static final Set<String> ANY = LISTS.of("any");

    private Items() {}

    /** @param others records of the same account whose items are known, too */
    static Optional<String> strange(
            Map<String, FieldValue> entry, String list, List<BusinessRecord> others, Said said) {
        Set<String> own = Entries.wordsOf(entry);
        return Stream.concat(
                        objects(said.whole())
                                .filter(object -> isAnother(object, entry, own))
                                .flatMap(List::stream),
                        otherItems(entry, list, others, said.whole()))
                .findFirst()
                .map(word -> "the message speaks of “" + word + "”, which is not what could be meant: "
                        + Entries.shown(entry).orElse("an entry of " + list));
    }

    /** A name of something else, where nothing names the item itself. */
    private static Stream<String> otherItems(
            Map<String, FieldValue> entry, String list, List<BusinessRecord> others, String text) {
        Set<String> said = Set.copyOf(Arrays.asList(BETWEEN.split(text.toLowerCase(Locale.ROOT))));
        Set<String> own = Entries.wordsOf(entry);
        return said.stream().anyMatch(own::contains)
                ? Stream.empty()
                : others.stream()
                        .flatMap(record -> Fields.entries(record, list).stream())
                        .flatMap(Items::names)
                        .filter(name -> !own.contains(name) && said.contains(name));
    }

    /** What an item goes by alone: its id, and the first word of its name. */
    private static Stream<String> names(Map<String, FieldValue> entry) {
        return Stream.concat(
                        Entries.id(entry).stream(),
                        Fields.text(entry, "name").stream().map(name -> BETWEEN.split(name, 2)[0]))
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    private static boolean isAnother(List<String> object, Map<String, FieldValue> entry, Set<String> own) {
        return names(entry).noneMatch(name -> object.stream().anyMatch(word -> isForm(word, name)))
                && object.stream()
                        .anyMatch(word -> !ANY.contains(word) && own.stream().noneMatch(each -> isForm(word, each)));
    }

    private static boolean isForm(String word, String of) {
        return word.equals(of) || word.equals(of + "s") || word.equals(of + "es");
    }

    /** What is to be taken back, in the words behind the verb and an article. */
    private static Stream<List<String>> objects(String text) {
        return SentenceSplitter.split(text.toLowerCase(Locale.ROOT)).stream()
                .flatMap(CLAUSES::splitAsStream)
                .map(clause -> List.of(BETWEEN.split(clause.strip())))
                .flatMap(words -> Stream.iterate(0, at -> at < words.size(), at -> at + 1)
                        .filter(at -> TAKEN_BACK.contains(words.get(at)))
                        .map(at -> object(words.subList(at + 1, words.size()))))
                .filter(object -> !object.isEmpty());
    }

    private static List<String> object(List<String> words) {
        var object = new ArrayList<String>();
        boolean isThing = false;
        for (String word : words) {
            boolean isArticle = ARTICLES.contains(word) || word.matches("[0-9]{1,3}");
            if (object.isEmpty() && (isArticle || LINKS.contains(word))) {
                isThing |= isArticle;
            } else if (ENDS.contains(word) || word.matches(".*[0-9].*")) {
                break;
            } else {
                object.add(word);
            }
        }
        return isThing ? object : List.of();
    }
}
