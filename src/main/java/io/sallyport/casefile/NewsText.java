package io.sallyport.casefile;

import io.sallyport.casefile.Sentence.Layout;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What engineering said of a case's issue, as its customer is told: a reviewed line, then the words of the person who wrote
 * them for customers in the tracker, unchanged. It is both the only source that such a reply may cite and the reply itself. In
 * other languages than English the reviewed line has to say it all.
 */
public final class NewsText {

    /** Of the source's id: {@code issue:ISS-12}. */
    private static final String KIND = "issue:";

    /** What is too short to tell is taken for it. */
    private static final Set<String> ENGLISH = Set.of(HandOverWords.ENGLISH, "und");

    private final CaseRecord record;
    private final HandOverWords words;
    private final IssueNews news;

    private NewsText(CaseRecord record, HandOverWords words, IssueNews news) {
        this.record = record;
        this.words = words;
        this.news = news;
    }

    /** Empty unless the customer is being told of news that a machine may tell them. */
    public static Optional<NewsText> of(CaseRecord record) {
        boolean isBeingTold =
                record.bridge().findRound().stream().anyMatch(round -> round.occasion() == BridgeWork.Occasion.NEWS);
        return isBeingTold && findWhyNot(record).isEmpty()
                ? record.handOver()
                        .news()
                        .map(news -> new NewsText(record, HandOverWords.in(HandOverText.languageFor(record)), news))
                : Optional.empty();
    }

    /** Why a person has to tell this customer, or nobody. */
    public static Optional<String> findWhyNot(CaseRecord record) {
        Optional<IssueNews> news = record.handOver().news();
        if (news.isEmpty() || !isWorthTelling(news.get())) {
            return Optional.of("there is nothing to tell of the issue any more");
        }
        if (HandOverText.isAboutSafety(record)) {
            return Optional.of("somebody may be in danger: a person tells them");
        }
        return isEnglish(record) || isSaidByItself(news.get())
                ? Optional.empty()
                : Optional.of("the words are in English and the customer's are not: a person tells them");
    }

    /** Why what was to be told does not reach the customer any more; empty where nothing was, or it is on its way. */
    public static Optional<String> findHindrance(CaseRecord record) {
        return record.handOver()
                .telling()
                .filter(_ -> !record.bridge().isTellingNews())
                .map(news -> "the customer was not told what engineering said of " + news.issue() + ": "
                        + hindrance(record.bridge()));
    }

    private static String hindrance(BridgeWork bridge) {
        return switch (bridge) {
            case BridgeWork.Omitted(String why, int _) -> why;
            case BridgeWork.Held held -> "the escalation lane is " + held.mode().label();
            case BridgeWork.Judged _, BridgeWork.Due _ -> "the gates stopped it";
            case BridgeWork.NotDue _,
                    BridgeWork.Estimated _,
                    BridgeWork.Approved _,
                    BridgeWork.Sending _,
                    BridgeWork.Sent _ -> "something else was said instead";
        };
    }

    /** What is fixed says so by itself; anything else needs words for customers. */
    public static boolean isWorthTelling(IssueNews news) {
        return isSaidByItself(news) || !news.note().isBlank();
    }

    private static boolean isSaidByItself(IssueNews news) {
        return news.state() == IssueNews.State.FIXED;
    }

    /** Not the language that they are told in, which is English, too, where there are no reviewed words in theirs. */
    private static boolean isEnglish(CaseRecord record) {
        return record.findings()
                .screening()
                .filter(found -> !ENGLISH.contains(found.language()))
                .isEmpty();
    }

    public static boolean isNamedBy(SourceRef ref) {
        return ref.id().startsWith(KIND);
    }

    /** Each news is a revision of its own. */
    public SourceRef source() {
        return new SourceRef(KIND + news.issue(), revision());
    }

    private int revision() {
        return news.id().matches("[1-9][0-9]{0,8}")
                ? Integer.parseInt(news.id())
                : Math.max(1, news.id().hashCode() & Integer.MAX_VALUE);
    }

    /** Everything that may be cited: the reviewed line and the person's words. */
    public String facts() {
        return (state() + "\n" + String.join("\n", note())).strip();
    }

    /** Whether somebody's own words are in it, which nobody has reviewed. */
    public boolean hasNote() {
        return !note().isEmpty();
    }

    /** What the customer is asked then, if anything. */
    public Optional<String> question() {
        return switch (news.state()) {
            case FIXED -> Optional.of(words.line("ask.fixed"));
            case ANSWERED -> Optional.of(words.line("ask.answered"));
            case OPEN, DECLINED -> Optional.empty();
        };
    }

    private String state() {
        return words.line("news." + news.state().name().toLowerCase(Locale.ROOT));
    }

    private List<String> note() {
        return isEnglish(record)
                ? news.note()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()
                : List.of();
    }

    public Reply reply() {
        var sentences = new ArrayList<Sentence>();
        sentences.add(Sentence.plain(words.line("hello"), Layout.PARAGRAPH));
        if (HandOverText.isUpset(record)) {
            sentences.add(Sentence.plain(words.line("sorry"), Layout.PARAGRAPH));
        }
        sentences.add(fact(state()));
        note().forEach(line -> sentences.add(fact(line)));
        question().ifPresent(asked -> sentences.add(Sentence.plain(asked, Layout.PARAGRAPH)));
        sentences.add(Sentence.plain(words.line("automated"), Layout.PARAGRAPH));
        return new Reply(
                Reply.Kind.BRIDGE,
                record.ticket().customer(),
                HandOverText.subject(record),
                words.language(),
                sentences);
    }

    private Sentence fact(String fact) {
        return new Sentence(fact, Layout.PARAGRAPH, List.of(new Citation(source(), fact)));
    }
}
