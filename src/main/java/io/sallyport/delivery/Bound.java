package io.sallyport.delivery;

import io.sallyport.action.Definition;
import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Undo;
import io.sallyport.connector.ActionPort;
import io.sallyport.connector.LookUp;
import io.sallyport.gate.Permit;

/** An entry of the catalogue and the connector that carries it out. */
record Bound(Definition definition, ActionPort port) {

    ActionPort.Outcome carryOut(Permit permit, ActionPlan plan) {
        return port.carryOut(permit, definition.carriedOutBy(), plan);
    }

    ActionPort.Outcome undo(Permit permit, Undo undo) {
        return port.undo(permit, definition.carriedOutBy(), undo);
    }

    LookUp lookUp(String effectId) {
        return port.lookUp(definition.carriedOutBy(), effectId);
    }
}
