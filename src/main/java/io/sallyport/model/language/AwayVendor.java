package io.sallyport.model.language;

import io.sallyport.platform.Places;
import java.util.List;

/** A vendor whose answers are waited for away from one's place: the work around a call needs a processor, the wait does not. */
record AwayVendor(Vendor vendor) implements Vendor {

    static List<Vendor> all(List<Vendor> vendors) {
        return vendors.stream().<Vendor>map(AwayVendor::new).toList();
    }

    @Override
    public String name() {
        return vendor.name();
    }

    @Override
    public VendorClient connect(String model) {
        var client = vendor.connect(model);
        return (request, within) -> Places.<Reply, RuntimeException>away(() -> client.send(request, within));
    }
}
