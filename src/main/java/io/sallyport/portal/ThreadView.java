package io.sallyport.portal;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Standing;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A case as its customer sees it: messages that were sent, by either side, and one word on where it stands.
 *
 * @param seen changes whenever anything on the page does
 */
record ThreadView(String link, String subject, List<Line> lines, String standing, boolean isResolved, String seen) {

    private static final DateTimeFormatter AT = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    /** Whoever has this page need not be whom the other belongs to, so it leads nowhere. */
    private static final String GOES_ON_ELSEWHERE =
            "We go on with this in another conversation with you, and answer there. What you write below reaches us there, too.";

    public record Line(boolean isOurs, String iso, String at, String text) {}

    static ThreadView of(CaseRecord record) {
        List<Line> lines = record.messages().stream()
                .filter(message -> message.author() != Message.Author.MACHINE)
                .map(ThreadView::line)
                .toList();
        String standing = record.handOver().mergedInto().isPresent() ? GOES_ON_ELSEWHERE : standing(record.standing());
        String subject = record.ticket().subject().isBlank()
                ? "Your message"
                : record.ticket().subject();
        String seen = lines.size() + "-" + Integer.toHexString(standing.hashCode());
        boolean isResolved = record.standing() instanceof Standing.Resolved;
        return new ThreadView(record.ticket().link(), subject, lines, standing, isResolved, seen);
    }

    private static Line line(Message message) {
        Instant at = message.at();
        return new Line(!message.isFromCustomer(), at.toString(), AT.format(at), message.written());
    }

    /** Why a case is where it is stays inside. */
    private static String standing(Standing standing) {
        return switch (standing) {
            case Standing.AtWork() -> "We have your message and are working on it.";
            case Standing.WithPeople people ->
                people.owner().isPresent()
                        ? "A member of our team is looking at this."
                        : "A member of our team will look at this.";
            case Standing.AwaitingCustomer _ -> "Answered. If anything is left, write below.";
            case Standing.Resolved _ -> "Resolved. Write below and we take it up again.";
            case Standing.Junk _ -> "We have your message.";
        };
    }
}
