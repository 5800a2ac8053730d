package io.sallyport.intake;

import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.Channel;
import io.sallyport.casefile.Message;
import io.sallyport.casefile.Screening.Automatic;
import io.sallyport.intake.screening.AutomaticMail;
import java.util.Optional;

/** Sees a customer's mail under the marks of a list: whoever wrote to us, or was written to, answers like a person. */
final class AnswerWatch {

    private final IntakeSettings settings;

    AnswerWatch(IntakeSettings settings) {
        this.settings = settings;
    }

    /**
     * The message with a mark when it looks like list mail but goes on with a conversation.
     *
     * @param match the case that it joins
     */
    Message marked(Message message, Channel channel, Optional<CaseRecord> match) {
        boolean isAnswer =
                isBulk(message, channel) && match.filter(this::isConversation).isPresent();
        return isAnswer ? MessageWriter.marked(message, Marks.ANSWER, "yes") : message;
    }

    private boolean isConversation(CaseRecord record) {
        Channel channel = record.ticket().channel();
        return record.messages().stream()
                .anyMatch(message ->
                        message.isOurs() || (message.isFromCustomer() && judge(message, channel) == Automatic.NONE));
    }

    private boolean isBulk(Message message, Channel channel) {
        return judge(message, channel) == Automatic.BULK;
    }

    Automatic judge(Message message, Channel channel) {
        return AutomaticMail.judge(message, channel, settings.ownAddresses());
    }
}
