package io.sallyport.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The parts of a record that one event may change, gathered until the new record is made. */
final class Changes {
    final CaseRecord before;
    final List<Message> messages;
    final List<Effect> effects;
    Findings findings;
    final List<Receipt> receipts;
    AnswerWork answer;
    ActionWork action;
    BridgeWork bridge;
    final HandOverChanges handOver;
    Standing standing;
    Optional<Proof> proof;
    Optional<Fact.StepFailed> failure;

    Changes(CaseRecord before) {
        this.before = before;
        this.messages = new ArrayList<>(before.messages());
        this.effects = new ArrayList<>(before.effects());
        this.findings = before.findings();
        this.receipts = new ArrayList<>(before.receipts());
        this.answer = before.answer();
        this.action = before.action();
        this.bridge = before.bridge();
        this.handOver = new HandOverChanges(before.handOver());
        this.proof = before.proof();
        this.standing = before.standing();
        this.failure = before.failure();
    }

    CaseRecord record(CaseEvent event) {
        return new CaseRecord(
                before.id(),
                event.seq(),
                before.ticket(),
                before.openedAt(),
                messages,
                findings,
                answer,
                action,
                bridge,
                handOver.handOver(),
                standing,
                effects,
                receipts,
                proof,
                failure);
    }
}
