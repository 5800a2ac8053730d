package io.sallyport.delivery;

import io.sallyport.action.Catalogue;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.CodeChannel;
import io.sallyport.gate.OneTimeCodes;
import io.sallyport.gate.Reservations;
import java.util.List;

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
}
