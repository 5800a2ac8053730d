package io.sallyport.delivery;

import io.sallyport.action.Catalogue;
import io.sallyport.action.Definition;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.DeclaredActions;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.gate.Reservations;
import java.util.List;
import java.util.Optional;

/** All that the Action Agent needs besides the case: what may be done, by whom, within which limits, and how proof is asked for. */
public record ActionDoors(
        Catalogue catalogue,
        List<ActionPort> ports,
        Reservations reservations,
        OneTimeCodes codes,
        CodeChannel codeChannel) {

    /** For a desk that changes no accounts. */
    public static final ActionDoors NONE = NoActions.doors();

    public ActionDoors {
        ports = List.copyOf(ports);
    }

    /**
     * Whether a company's own actions can be decided on and carried out at all.
     *
     * @throws io.sallyport.action.CatalogueFault naming the file of one that cannot, and what to do
     */
    public void checkOwn(DeclaredActions policies) {
        catalogue.checkOwn(own -> policies.whyNot(
                        own.name(),
                        own.details().about(),
                        own.arguments(),
                        own.details().reads())
                .or(() -> unserved("is carried out by", own.carriedOutBy(), "carried-out-by"))
                .or(() -> unserved("is looked up at", own.lookedUp(), "looked-up")));
    }

    private Optional<String> unserved(String said, String binding, String key) {
        return serving(binding).isPresent()
                ? Optional.empty()
                : Optional.of(said + " '" + binding + "', which no connector here serves; write what one serves as '"
                        + key + "', or add the connector");
    }

    /** Who carries this action out now, and tells what became of it. */
    Optional<Bound> find(String action) {
        return catalogue.find(action).flatMap(this::bind);
    }

    /** The same, unless the catalogue's entry has changed since the plan was made. */
    Optional<Bound> findFor(ActionPlan plan) {
        return catalogue.findFor(plan).flatMap(this::bind);
    }

    /** What became of an effect of this plan, its own or its undoing's. */
    LookUp lookUp(ActionPlan plan, String effectId) {
        return find(plan.action())
                .map(bound -> bound.lookUp(effectId))
                .orElseGet(() -> new LookUp.CannotTell("nothing here carries out '" + plan.action() + "' any more"));
    }

    private Optional<Bound> bind(Definition definition) {
        return serving(definition.carriedOutBy())
                .flatMap(port -> serving(definition.lookedUp()).map(teller -> new Bound(definition, port, teller)));
    }

    private Optional<ActionPort> serving(String binding) {
        return ports.stream().filter(port -> port.serves(binding)).findFirst();
    }
}
