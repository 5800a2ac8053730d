package io.sallyport.gate;

import io.sallyport.casefile.AnswerWork;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Reply;
import io.sallyport.text.Lexicon;
import io.sallyport.text.Names;
import io.sallyport.text.Names.Name;
import io.sallyport.text.Openers;
import io.sallyport.text.Token;
import io.sallyport.text.Tokens;
import io.sallyport.text.Words;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The names that a reply may say: what the customer knows, and plain language; in a person's own reply also the writer's,
 * those of earlier replies and those of public sources. A person's reply cites nothing, so that no source comes with it.
 */
final class KnownNames {

    private static final List<List<String>> COURTESIES = Stream.of(
                    "/gate/courtesies.txt", "/gate/bridge-courtesies.txt")
            .flatMap(resource -> Lexicon.lines(resource).stream())
            .map(line -> Words.of(line).stream().map(KnownToCustomer::bare).toList())
            .toList();

    /** Greetings and closings, which many write large, are no longer; words of whole sentences may name people. */
    private static final int CLOSING = 3;

    private static final Set<String> LETTER_OPENERS = Set.copyOf(Lexicon.list("/gate/letter-openers.txt"));

    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

    /** A lone capital says nothing in languages that write every noun large, nor in words of address. */
    private static final Set<String> LARGE_NOUNS = Set.of("de", "lb");

    private static final Set<String> ADDRESS =
            Set.of("sie", "ihr", "ihre", "ihrem", "ihren", "ihrer", "ihres", "ihnen");

    private final KnownToCustomer known;
    private final PlainNames plain;
    private final boolean isPersons;
    private final boolean isEnglish;
    private final boolean hasLargeNouns;
    private final Set<String> names = new HashSet<>();
    private final Set<String> openers = new HashSet<>();
    private final Set<String> writer = new HashSet<>();

    private KnownNames(KnownToCustomer known, Reply reply) {
        this.known = known;
        this.plain = PlainNames.in(reply.language());
        this.isPersons = reply.kind() == Reply.Kind.PERSONAL;
        this.isEnglish = reply.language().equals(InEnglish.ENGLISH);
        this.hasLargeNouns = isPersons && LARGE_NOUNS.contains(reply.language());
    }

    static KnownNames of(CaseRecord record, Reply reply, KnownToCustomer known, PublicNames published) {
        var all = new KnownNames(known, reply);
        if (all.isPersons) {
            all.addPersons(record, reply, published.now());
        }
        return all;
    }

    private void addPersons(CaseRecord record, Reply reply, PublicNames.Vocabulary published) {
        record.answer()
                .findDraft()
                .filter(draft -> draft.reply().equals(reply))
                .flatMap(AnswerWork.Draft::editedBy)
                .map(login -> login.replaceFirst("@.*", ""))
                .ifPresent(login -> NO_LETTERS
                        .splitAsStream(login)
                        .map(KnownToCustomer::bare)
                        .forEach(writer::add));
        record.messages().stream()
                .filter(Message::isOurs)
                .flatMap(message -> Names.wordsIn(message.written()).stream())
                .map(KnownToCustomer::bare)
                .forEach(names::add);
        names.addAll(writer);
        names.addAll(published.names());
        openers.addAll(published.words());
        for (List<String> courtesy : COURTESIES) {
            (courtesy.size() <= CLOSING ? names : openers).addAll(courtesy);
        }
    }

    /** The first name that is not ours to say. */
    Optional<Name> firstUnknown(String text) {
        return Names.in(text).stream()
                .filter(name -> !plain.hasName(name.text()) && !isSignature(name, text))
                .filter(name -> unknownWord(name, text).isPresent())
                .findFirst();
    }

    /** Which word of it nobody knows, and where it was looked for; empty where it is no person who asks. */
    String whose(Name name, String text) {
        return isPersons
                ? unknownWord(name, text)
                        .map(word -> ": '" + word + "' stands neither in what they wrote, nor in your name, an earlier"
                                + " reply or a public article")
                        .orElse("")
                : "";
    }

    private Optional<String> unknownWord(Name name, String text) {
        boolean opens = isPersons && hasNoLetters(text.substring(0, name.span().start()));
        List<Token> words =
                Tokens.in(name.text()).stream().filter(token -> !token.isSign()).toList();
        int inARow = 0;
        for (int at = 0; at < words.size(); at++) {
            String word = words.get(at).lower();
            boolean isPlain = opens && at == 0 && isPlainOpening(word);
            inARow = isPlain || isKnown(word) ? 0 : inARow + 1;
            if (inARow == (hasLargeNouns ? 2 : 1)) {
                return Optional.of(words.get(at).text());
            }
        }
        return Optional.empty();
    }

    private static boolean hasNoLetters(String text) {
        return text.chars().noneMatch(Character::isLetter);
    }

    private boolean isKnown(String word) {
        return Words.isStopWord(word)
                || known.hasWord(word)
                || plain.hasWord(word)
                || (hasLargeNouns && ADDRESS.contains(word))
                || names.contains(KnownToCustomer.bare(word));
    }

    /** The capital of a sentence's first word says nothing where it is a plain word; we know those of English. */
    private boolean isPlainOpening(String word) {
        return !isEnglish
                || Openers.contains(word)
                || LETTER_OPENERS.contains(word)
                || openers.contains(KnownToCustomer.bare(word));
    }

    /** The writer's login is seldom the whole of their name: what follows it at the end of a letter is the rest. */
    private boolean isSignature(Name name, String text) {
        return Words.of(name.text()).stream()
                        .limit(1)
                        .map(KnownToCustomer::bare)
                        .anyMatch(writer::contains)
                && isClosing(text.substring(0, name.span().start()).strip())
                && hasNoLetters(text.substring(name.span().end()));
    }

    private boolean isClosing(String before) {
        List<String> words = Words.of(before);
        return words.size() <= CLOSING
                && (before.endsWith(",") || words.stream().allMatch(this::isKnown));
    }
}
