package io.sallyport.delivery;

import io.sallyport.action.Catalogue;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.CodeMail;
import io.sallyport.casefile.Delivery;
import io.sallyport.casefile.Fact;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.gate.Permit;
import io.sallyport.gate.Reservations;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Every door shut: for a desk that changes no accounts. */
final class NoActions implements Reservations, OneTimeCodes, CodeChannel {

    private static final String WHY = "this desk changes no accounts";

    static ActionDoors doors() {
        var none = new NoActions();
        return new ActionDoors(Catalogue.EMPTY, List.of(), none, none, none);
    }

    @Override
    public <T> T alone(ActionPlan plan, Supplier<T> decision) {
        throw new IllegalStateException(WHY);
    }

    @Override
    public boolean reserve(String effectId, ActionPlan plan) {
        throw new IllegalStateException(WHY);
    }

    @Override
    public void booked(String effectId) {}

    @Override
    public void release(String effectId) {}

    @Override
    public Issue issue(CaseRecord record, ActionPlan plan) {
        return new Issue.Withheld(WHY);
    }

    @Override
    public List<Fact.CodeTried> attempt(CaseRecord record) {
        return List.of(new Fact.CodeTried("", Fact.CodeTried.Outcome.NONE_GIVEN, Optional.empty()));
    }

    @Override
    public Delivery post(Permit permit, CodeMail mail, String code) {
        return new Delivery.Refused(WHY);
    }

    @Override
    public LookUp lookUp(String effectId) {
        return new LookUp.CannotTell(WHY);
    }
}
