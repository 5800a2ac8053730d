package io.sallyport.intake;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening;
import io.sallyport.casefile.Screening.Automatic;
import io.sallyport.casefile.Screening.InjectionMark;
import io.sallyport.intake.injection.InjectionDetector;
import io.sallyport.intake.language.BlendedLanguageDetector;
import io.sallyport.intake.screening.AttachmentCheck;
import io.sallyport.intake.screening.AutomaticMail;
import io.sallyport.text.LanguageDetector;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Screens what a customer wrote before anyone reads it for its meaning. May be shared between threads. */
public final class Screener {

    private static final Pattern REPLY_SUBJECT =
            Pattern.compile("^\\s*((re|aw|antw|sv|vs|res|rif|r|odp)\\s*:.*)?$", Pattern.CASE_INSENSITIVE);

    /** Fewer letters than these tell no language; what the customer wrote earlier then helps. */
    private static final int TELLING_LETTERS = 20;

    private final LanguageDetector languages;
    private final InjectionDetector injections;
    private final IntakeSettings settings;

    public Screener(LanguageDetector languages, InjectionDetector injections, IntakeSettings settings) {
        this.languages = languages;
        this.injections = injections;
        this.settings = settings;
    }

    /** One that needs nothing else. */
    public static Screener of(IntakeSettings settings) {
        return new Screener(BlendedLanguageDetector.load(), new InjectionDetector(), settings);
    }

    /** Screens everything of the customer's that is not answered yet, as one. */
    public Screening screen(CaseRecord record) {
        List<Message> fresh = record.unanswered();
        String earlier = record.messages().stream()
                .filter(message -> message.isFromCustomer() && !fresh.contains(message))
                .map(Message::subjectAndText)
                .collect(Collectors.joining("\n"));
        return screen(fresh, record.ticket().channel(), earlier);
    }

    public Screening screen(Message message, Channel channel) {
        return screen(List.of(message), channel, "");
    }

    private Screening screen(List<Message> messages, Channel channel, String earlier) {
        LanguageDetector.Language language = language(messages, earlier);
        return new Screening(
                language.code(),
                language.confidence(),
                automatic(messages, channel),
                messages.stream().flatMap(this::injections).distinct().toList(),
                messages.stream().flatMap(this::warnings).distinct().toList(),
                messages.stream().allMatch(Screener::isEmpty));
    }

    private LanguageDetector.Language language(List<Message> messages, String earlier) {
        String text = messages.stream().map(Message::subjectAndText).collect(Collectors.joining("\n"));
        boolean tells = text.chars().filter(Character::isLetter).count() >= TELLING_LETTERS;
        return languages.detect(tells ? text : text + "\n" + earlier);
    }

    /** One message by a person among them is enough for an answer. */
    private Automatic automatic(List<Message> messages, Channel channel) {
        List<Automatic> kinds = messages.stream()
                .map(message -> AutomaticMail.judge(message, channel, settings.ownAddresses()))
                .toList();
        return kinds.contains(Automatic.NONE) ? Automatic.NONE : kinds.getLast();
    }

    private Stream<InjectionMark> injections(Message message) {
        var marks = new LinkedHashSet<InjectionMark>();
        marks.addAll(injections.find(message.subjectAndText()));
        marks.addAll(injections.findInQuoted(message.setAside()));
        marks.addAll(injections.findInHidden(message.headers().getOrDefault(Marks.HIDDEN, "")));
        return marks.stream();
    }

    private Stream<String> warnings(Message message) {
        var warnings = new ArrayList<>(AttachmentCheck.warnings(
                message.attachments(), settings.largestAttachment(), settings.largestMessage()));
        message.headers().getOrDefault(Marks.WARNING, "").lines().forEach(warnings::add);
        if (message.headers().containsKey(Marks.HIDDEN)) {
            warnings.add("text that its reader cannot see");
        }
        return warnings.stream();
    }

    private static boolean isEmpty(Message message) {
        return message.written().isBlank()
                && message.attachments().isEmpty()
                && REPLY_SUBJECT.matcher(message.subject()).matches();
    }
}
