package io.sallyport.casefile;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How far the action lane is with what the customer wants done. */
public sealed interface ActionWork {

    record NotBegun() implements ActionWork {}

    /** There is nothing to do, or nothing the lane can do: the answer lane says what there is to say. */
    record NoPlan(String why) implements ActionWork {}

    /**
     * A slot is missing that only the customer can name.
     *
     * @param slot in words for a customer, such as {@code order} or {@code item of the order}
     * @param choices what it could be: ids of records, newest first, or names of their parts; may be empty
     */
    record Asking(String action, String slot, List<String> choices) implements ActionWork {
        private static final Pattern ASKED = Pattern.compile("Please tell us which [a-z ]{1,60} it is about");

        public Asking {
            choices = List.copyOf(choices);
        }

        /** The words in which the slot is asked for; its choices are the account's, so only the customer may read it. */
        public String question() {
            return choices.isEmpty() ? openQuestion() : which() + ": " + listed() + ".";
        }

        /** The words for somebody of whom it is not sure that they are the customer: they have to name it themselves. */
        public String openQuestion() {
            return which() + ".";
        }

        /** Addresses have commas of their own. */
        private String listed() {
            return String.join(choices.stream().anyMatch(choice -> choice.contains(",")) ? "; " : ", ", choices);
        }

        private String which() {
            String what =
                    slot.equals("sku") ? "item" : slot.replaceFirst("_id$", "").replace('_', ' ');
            return "Please tell us which " + what + " it is about";
        }

        /** Whether a slot is asked for in this text, so that what the customer writes next may be the answer. */
        public static boolean isAskedIn(String text) {
            return ASKED.matcher(text).find();
        }
    }

    /** What is wanted cannot be planned safely: a person gets it. */
    record ForPerson(String why) implements ActionWork {}

    /** Made and not yet judged, or to be judged again because a person or a code spoke for it. */
    record Planned(ActionPlan plan, List<Approval> approvals) implements ActionWork {
        public Planned {
            approvals = List.copyOf(approvals);
        }
    }

    /** Both gates have spoken. */
    record Judged(ActionPlan plan, List<Approval> approvals, List<Verdict> verdicts) implements ActionWork {
        public Judged {
            approvals = List.copyOf(approvals);
            verdicts = List.copyOf(verdicts);
        }

        public boolean isPassed() {
            return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::isPass);
        }

        /** What would open the gates that stopped it; empty when nothing would. */
        public Optional<Verdict.Remedy> remedy() {
            return Verdict.Remedy.of(verdicts);
        }
    }

    /**
     * A code is with the customer.
     *
     * @param before what had been found out about the message that asked for the action
     * @param wrongTries how many codes were wrong so far
     * @param read how many of the case's messages were there before the code, or have been read for it
     */
    record Challenged(
            ActionPlan plan, List<Approval> approvals, CodeMail code, Findings before, int wrongTries, int read)
            implements ActionWork {

        private static final String ASKED = "Please reply to this message with the code";

        private static final DateTimeFormatter UNTIL =
                DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

        public Challenged {
            approvals = List.copyOf(approvals);
        }

        /** The only words in which the code is asked for. */
        public List<String> sentences() {
            String until = UNTIL.format(code.expires());
            return wrongTries == 0
                    ? List.of(
                            "Before we change anything, we check that it is you who asks for it.",
                            "We have sent a one-time code to " + code.maskedAddress() + ".",
                            ASKED + ", which is valid until " + until + " UTC.")
                    : List.of(
                            "The code in your message is not the one that we sent.",
                            ASKED + " that we sent to " + code.maskedAddress() + ", which is valid until " + until
                                    + " UTC.");
        }

        public static boolean isAskedIn(String text) {
            return text.contains(ASKED);
        }

        /** Of the customer, oldest first. */
        public List<Message> unread(List<Message> messages) {
            return messages.stream().skip(read).filter(Message::isFromCustomer).toList();
        }

        Challenged triedOnceMore(int read) {
            return new Challenged(plan, approvals, code, before, wrongTries + 1, read);
        }
    }

    /** A code is with the customer, who wrote something else: that is read first. */
    record Interrupted(Challenged challenged) implements ActionWork {}

    /**
     * Waits for a person's yes; above a limit for one with the right role, or for a second one.
     *
     * @param heard how many messages the case had when it was held; counted when a case is read, and not written down
     */
    record Held(ActionPlan plan, List<Approval> approvals, List<Verdict> verdicts, String why, int heard)
            implements ActionWork {
        public Held {
            approvals = List.copyOf(approvals);
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The intent is written; the outcome is not known. */
    record Acting(ActionPlan plan, List<Approval> approvals, String effectId) implements ActionWork {
        public Acting {
            approvals = List.copyOf(approvals);
        }
    }

    record Done(ActionPlan plan, Receipt receipt) implements ActionWork {}

    /** The gates said no and nobody's yes changes that: the reply says so from the policy's article, or a person does. */
    record Denied(ActionPlan plan, List<Verdict> verdicts) implements ActionWork {

        /** The only words in which a customer is told; why, an article has to say. */
        public static final String SENTENCE = "We cannot make this change from here, and nothing was changed.";

        public Denied {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** The other side refused, or nobody can tell what became of it. */
    record Unacted(ActionPlan plan, String why) implements ActionWork {}

    /** Said with a question back where the message also wants done what nothing here does. */
    String REST = "Whatever else you want us to do goes to a person once this is done.";

    /** Whether this asks back for a slot or a code, and so answers nothing yet. */
    static boolean isAskedIn(String text) {
        return Asking.isAskedIn(text) || Challenged.isAskedIn(text);
    }

    /** The plan this stage holds, if it holds one. */
    default Optional<ActionPlan> findPlan() {
        return switch (this) {
            case NotBegun _, NoPlan _, Asking _, ForPerson _ -> Optional.empty();
            case Planned planned -> Optional.of(planned.plan());
            case Judged judged -> Optional.of(judged.plan());
            case Challenged challenged -> Optional.of(challenged.plan());
            case Interrupted interrupted -> interrupted.challenged().findPlan();
            case Held held -> Optional.of(held.plan());
            case Acting acting -> Optional.of(acting.plan());
            case Done done -> Optional.of(done.plan());
            case Denied denied -> Optional.of(denied.plan());
            case Unacted unacted -> Optional.of(unacted.plan());
        };
    }

    default List<Approval> approvals() {
        return switch (this) {
            case Planned planned -> planned.approvals();
            case Judged judged -> judged.approvals();
            case Held held -> held.approvals();
            case Acting acting -> acting.approvals();
            case Challenged challenged -> challenged.approvals();
            case Interrupted interrupted -> interrupted.challenged().approvals();
            case NotBegun _, NoPlan _, Asking _, ForPerson _, Done _, Denied _, Unacted _ -> List.of();
        };
    }

    /** Ids of the policies that spoke against a plan that is held: what whoever decides on it is shown. */
    default List<String> policies() {
        return this instanceof Held held
                ? held.verdicts().stream()
                        .flatMap(verdict ->
                                verdict instanceof Verdict.Stop stop ? stop.policies().stream() : Stream.empty())
                        .distinct()
                        .toList()
                : List.of();
    }
}
