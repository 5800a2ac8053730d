package io.sallyport.gate.authorization;

import java.nio.file.Path;
import java.util.List;

/** The policies that come with the desk. */
public final class ShippedPolicies {

    static final String FOLDER = "policies";
    static final List<String> FILES = List.of(
            "10-customers.cedar",
            "20-money.cedar",
            "30-plans-and-orders.cedar",
            "40-access-and-data.cedar",
            "50-undo.cedar",
            "sallyport.cedarschema");

    private ShippedPolicies() {}

    public static CedarEngine load() {
        return CedarEngine.loadResources(FOLDER, FILES);
    }

    /** @param dir a company's own folder; empty for those that are shipped */
    static CedarEngine orThoseIn(String dir) {
        return dir.isBlank() ? load() : CedarEngine.load(Path.of(dir));
    }
}
