package io.sallyport.connector.sandbox;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Account changes at the sandbox: bindings {@code sandbox/refund} and so on, one for each of {@link SandboxAction}. */
final class SandboxActions implements ActionPort {

    private static final String PREFIX = "sandbox/";

    private final Vendor vendor;
    private final InstantSource clock;

    SandboxActions(Vendor vendor, InstantSource clock) {
        this.vendor = vendor;
        this.clock = clock;
    }

    @Override
    public boolean serves(String binding) {
        return binding.startsWith(PREFIX)
                && SandboxAction.find(binding.substring(PREFIX.length())).isPresent();
    }

    @Override
    public Outcome carryOut(Permit permit, String binding, ActionPlan plan) {
        permit.demand(plan, clock.instant());
        String action = binding.substring(PREFIX.length());
        return outcome(permit, () -> vendor.change(permit.effectId(), Wanted.of(action, plan)));
    }

    @Override
    public Outcome undo(Permit permit, String binding, Undo undo) {
        permit.demand(undo, clock.instant());
        return outcome(
                permit,
                () -> vendor.undo(
                        permit.effectId(), undo.effectId(), permit.caseId().value()));
    }

    /** The edge of the connector: whatever went wrong, nobody can tell what became of it. */
    private static Outcome outcome(Permit permit, Supplier<Answer> call) {
        try {
            return switch (call.get()) {
                case Answer.Changed(String remoteId, Map<String, String> confirmed) ->
                    new Outcome.Done(remoteId, confirmed);
                case Answer.No(String why) -> new Outcome.Refused(why);
            };
        } catch (RuntimeException broken) {
            return new Outcome.Unknown("the sandbox gave no outcome of " + permit.effectId() + ": " + said(broken));
        }
    }

    @Override
    public LookUp lookUp(String binding, String effectId) {
        try {
            return vendor.lookUp(effectId);
        } catch (RuntimeException broken) {
            return new LookUp.CannotTell(said(broken));
        }
    }

    private static String said(RuntimeException broken) {
        return broken instanceof Vendor.NoAnswer
                ? String.valueOf(broken.getMessage())
                : broken.getClass().getSimpleName();
    }
}
