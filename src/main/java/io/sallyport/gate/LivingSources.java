package io.sallyport.gate;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.HandOverText;
import io.sallyport.casefile.NewsText;
import io.sallyport.casefile.Receipt;
import io.sallyport.casefile.Reply;
import io.sallyport.casefile.SourceRef;
import io.sallyport.casefile.StandingReceipts;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Lets through only sources that may be cited to a customer at this moment. */
class LivingSources {

    /** A source, or why it does not count. */
    sealed interface Finding {
        record Living(SourceText source) implements Finding {}

        record NotLiving(String why) implements Finding {}
    }

    private final Sources sources;
    private final Duration freshness;
    private final InstantSource clock;

    LivingSources(Sources sources, Duration freshness, InstantSource clock) {
        this.sources = sources;
        this.freshness = freshness;
        this.clock = clock;
    }

    /**
     * The sources for that reply: a bridge reply has its own case and what was done on it, and nothing else; any other may also
     * cite what was done on its own case.
     */
    final LivingSources forReply(CaseRecord record, Reply reply) {
        var done = new WithReceipts(this, StandingReceipts.of(record));
        return reply.kind() == Reply.Kind.BRIDGE ? new OwnCase(this, done, record) : done;
    }

    /**
     * The same for who asks whose data something is: what a person wrote in the tracker proves what engineering said, and not that
     * this customer may read it.
     */
    final LivingSources forDisclosure(CaseRecord record, Reply reply) {
        LivingSources citable = forReply(record, reply);
        return BridgeRules.isNews(record) ? new WithoutNews(citable) : citable;
    }

    private static final class WithoutNews extends LivingSources {

        private final LivingSources all;

        WithoutNews(LivingSources all) {
            super(all.sources, all.freshness, all.clock);
            this.all = all;
        }

        @Override
        Finding find(SourceRef ref) {
            return NewsText.isNamedBy(ref)
                    ? new Finding.NotLiving("what is said in the tracker is not public by that")
                    : all.find(ref);
        }

        @Override
        boolean isInternal(SourceRef ref) {
            return all.isInternal(ref);
        }
    }

    /** The receipts of one case live as long as what they say was done stands. */
    private static final class WithReceipts extends LivingSources {

        private final List<Receipt> receipts;

        WithReceipts(LivingSources all, List<Receipt> receipts) {
            super(all.sources, all.freshness, all.clock);
            this.receipts = List.copyOf(receipts);
        }

        @Override
        Finding find(SourceRef ref) {
            if (!Receipt.isNamedBy(ref)) {
                return super.find(ref);
            }
            return receipts.stream()
                    .filter(receipt -> receipt.source().equals(ref))
                    .findFirst()
                    .<Finding>map(receipt ->
                            new Finding.Living(new SourceText(ref, receipt.text(), true, true, true, Optional.empty())))
                    .orElseGet(
                            () -> new Finding.NotLiving("this case has no receipt " + ref + " of what still stands"));
        }

        @Override
        boolean isInternal(SourceRef ref) {
            return Receipt.isNamedBy(ref) ? find(ref) instanceof Finding.NotLiving : super.isInternal(ref);
        }
    }

    /** What a case says of its hand-over lives until the time it names. */
    private static final class OwnCase extends LivingSources {

        private final WithReceipts done;
        private final Optional<HandOverText> text;
        private final Optional<NewsText> news;
        private final InstantSource clock;

        OwnCase(LivingSources all, WithReceipts done, CaseRecord record) {
            super(all.sources, all.freshness, all.clock);
            this.done = done;
            this.news = NewsText.of(record);
            this.text = BridgeRules.isNews(record) ? Optional.empty() : HandOverText.of(record);
            this.clock = all.clock;
        }

        @Override
        Finding find(SourceRef ref) {
            if (Receipt.isNamedBy(ref)) {
                return done.find(ref);
            }
            if (news.map(NewsText::source).filter(ref::equals).isPresent()) {
                return new Finding.Living(new SourceText(ref, news.get().facts(), true, true, true, Optional.empty()));
            }
            if (text.map(HandOverText::source).filter(ref::equals).isEmpty()) {
                return new Finding.NotLiving(
                        "a bridge reply states nothing but what its own case says now, not " + ref);
            }
            HandOverText said = text.get();
            return clock.instant().isBefore(said.expectation().by())
                    ? new Finding.Living(new SourceText(ref, said.facts(), true, true, true, Optional.empty()))
                    : new Finding.NotLiving("the time by which it says they will hear has passed");
        }

        @Override
        boolean isInternal(SourceRef ref) {
            return Receipt.isNamedBy(ref) && done.isInternal(ref);
        }
    }

    Finding find(SourceRef ref) {
        if (Receipt.isNamedBy(ref)) {
            return new Finding.NotLiving("a receipt is cited on its own case only, not " + ref);
        }
        Optional<SourceText> found = sources.find(ref);
        if (found.isEmpty()) {
            return new Finding.NotLiving("there is no source " + ref);
        }
        SourceText source = found.get();
        return whyNot(ref, source)
                .<Finding>map(why -> new Finding.NotLiving("the source " + ref + " " + why))
                .orElseGet(() -> new Finding.Living(source));
    }

    /** True also when nobody knows the source: what is not known to be public is not. */
    boolean isInternal(SourceRef ref) {
        return !sources.find(ref).map(SourceText::isPublic).orElse(false);
    }

    /** The text of a living source. */
    final Optional<String> findText(SourceRef ref) {
        return find(ref) instanceof Finding.Living(SourceText source) ? Optional.of(source.text()) : Optional.empty();
    }

    private Optional<String> whyNot(SourceRef ref, SourceText source) {
        if (!source.ref().equals(ref)) {
            return Optional.of("was asked for and " + source.ref() + " came back");
        }
        if (!source.isPublic()) {
            return Optional.of("is internal");
        }
        if (!source.isPublished()) {
            return Optional.of("is not published");
        }
        if (!source.isCurrent()) {
            return Optional.of("was replaced by a newer revision");
        }
        return source.review()
                .map(this::whyNotReviewed)
                .orElse(Optional.of("was not reviewed by a person since it was written"));
    }

    private Optional<String> whyNotReviewed(SourceText.ReviewByPerson review) {
        Instant now = clock.instant();
        if (review.by().isBlank()) {
            return Optional.of("was reviewed by nobody in particular");
        }
        if (review.at().isAfter(now)) {
            return Optional.of("claims a review that is still to come");
        }
        return now.isAfter(review.at().plus(freshness))
                ? Optional.of("was last reviewed more than " + freshness.toDays() + " days ago")
                : Optional.empty();
    }
}
