package io.sallyport.casefile;

/**
 * Taking an action back.
 *
 * @param effectId the action's effect
 * @param plan what was done
 * @param by the person who wants it undone
 */
public record Undo(String effectId, ActionPlan plan, String by) implements Proposal {

    @Override
    public Lane lane() {
        return Lane.ACTION;
    }

    @Override
    public String canonicalContent() {
        return "undo|" + effectId + "|" + by + "\n" + plan.canonicalContent();
    }
}
