package io.sallyport.connector.sandbox;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the sandbox can be asked to do. */
@FunctionalInterface
interface SandboxAction {

    /** @throws Refusal when the records do not allow it */
    void make(Change change);

    Map<String, SandboxAction> ALL = Map.ofEntries(
            Map.entry("refund", MoneyActions::refund),
            Map.entry("partial-refund", MoneyActions::partialRefund),
            Map.entry("plan-upgrade", PlanActions::upgrade),
            Map.entry("plan-downgrade", PlanActions::downgrade),
            Map.entry("plan-cancel", PlanActions::cancel),
            Map.entry("plan-resume", PlanActions::resume),
            Map.entry("credential-reset", AccountActions::resetCredential),
            Map.entry("email-change", AccountActions::changeEmail),
            Map.entry("invoice-resend", AccountActions::resendInvoice),
            Map.entry("data-export", AccountActions::exportData),
            Map.entry("data-erasure", AccountActions::eraseData),
            Map.entry("return-authorization", OrderActions::authorizeReturn),
            Map.entry("order-cancellation", OrderActions::cancel),
            Map.entry("address-change", OrderActions::changeAddress));

    static Optional<SandboxAction> find(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    static Set<String> names() {
        return ALL.keySet();
    }
}
