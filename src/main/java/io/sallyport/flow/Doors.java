package io.sallyport.flow;

import io.sallyport.connector.ReplyChannel;
import io.sallyport.delivery.ActionDoors;
import io.sallyport.delivery.ErrandDoors;
import java.util.List;

/** Everything that a case's effects leave by: to its customer, to the company's systems, to colleagues. */
record Doors(List<ReplyChannel> channels, ActionDoors actions, ErrandDoors errands) {

    Doors {
        channels = List.copyOf(channels);
    }
}
