package io.sallyport.delivery;

import io.sallyport.action.Definition;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;

/**
 * An entry of the catalogue, and who carries it out and tells what became of it.
 *
 * @param teller the connector that serves what the entry is looked up at
 */
record Bound(Definition definition, ActionPort port, ActionPort teller) {

    ActionPort.Outcome carryOut(Permit permit, ActionPlan plan) {
        return port.carryOut(permit, definition.carriedOutBy(), plan);
    }

    ActionPort.Outcome undo(Permit permit, Undo undo) {
        return port.undo(permit, definition.carriedOutBy(), undo);
    }

    LookUp lookUp(String effectId) {
        return teller.lookUp(definition.lookedUp(), effectId);
    }
}
