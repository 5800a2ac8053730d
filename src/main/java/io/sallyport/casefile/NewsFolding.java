package io.sallyport.casefile;

import java.time.Instant;
import java.util.Optional;

/** What facts change in whether the customer is still to be told what engineering said. */
final class NewsFolding {

    private NewsFolding() {}

    /**
     * The same news twice is told once; what was said before the newest has come too late to be told. Whom it has helped, and
     * who wants nothing else, is not written to again.
     */
    static void moved(Changes now, IssueNews news) {
        if (now.handOver.news.stream().anyMatch(news::isOlderThan)) {
            return;
        }
        boolean isNew = now.handOver.news.stream().noneMatch(last -> last.id().equals(news.id()));
        now.handOver.news = Optional.of(news);
        if (!NewsText.isWorthTelling(news)) {
            now.handOver.telling = Optional.empty();
        } else if (isNew && !isOverAsHelped(now.before)) {
            now.handOver.untold = Optional.of(news);
        }
    }

    private static boolean isOverAsHelped(CaseRecord before) {
        return before.standing() instanceof Standing.Resolved
                && NewsAnswer.of(before).equals(Optional.of(NewsAnswer.HELPED));
    }

    /** A person who has the case wrote to the customer knowing them, and told them or meant not to. */
    static void written(Changes now, Instant at) {
        now.handOver.untold = now.handOver.untold.filter(news -> news.at().isAfter(at));
    }
}
