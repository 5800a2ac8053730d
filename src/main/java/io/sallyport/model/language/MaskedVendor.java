package io.sallyport.model.language;

import io.sallyport.privacy.CaseMasks;
import io.sallyport.privacy.Mask;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * A vendor that never sees personal data: every question is masked before the vendor's own client has it, and what comes back
 * is unmasked before anybody reads it.
 */
record MaskedVendor(Vendor vendor, CaseMasks masks) implements Vendor {

    private static final Logger LOG = LoggerFactory.getLogger(MaskedVendor.class);

    /**
     * All vendors, masked but for those that settings trust.
     *
     * @throws IllegalArgumentException when a trusted vendor does not exist: a slip must not look like a choice
     */
    static List<Vendor> allBut(Set<String> trusted, List<Vendor> vendors, CaseMasks masks) {
        var names = vendors.stream().map(Vendor::name).collect(Collectors.toSet());
        if (!names.containsAll(trusted)) {
            throw new IllegalArgumentException("sallyport.privacy.unmasked-vendors is " + trusted + "; it may hold "
                    + names.stream().sorted().toList());
        }
        return vendors.stream()
                .map(vendor -> trusted.contains(vendor.name()) ? vendor : new MaskedVendor(vendor, masks))
                .toList();
    }

    @Override
    public String name() {
        return vendor.name();
    }

    @Override
    public VendorClient connect(String model) {
        var client = vendor.connect(model);
        return (request, within) -> send(client, request, within);
    }

    private Reply send(VendorClient client, Request<?> request, Duration within) {
        var mask = masks.of(request.purpose().findCase());
        var masked = request.reworded(
                mask.maskByRules(request.instructions()),
                String.join("", mask.maskAll(Material.parts(request.question()))));
        return switch (client.send(masked, within)) {
            case Reply.Written(var text, var end, var usage) ->
                new Reply.Written(unmasked(mask, text, request), end, usage);
            case Reply.Broken broken -> broken;
            case Reply.Unmade unmade -> unmade;
        };
    }

    private String unmasked(Mask mask, String text, Request<?> request) {
        var isJson = request.shape().findSchema().isPresent();
        var unmasked = isJson ? mask.unmask(text, MaskedVendor::inJson) : mask.unmask(text);
        if (!unmasked.unknown().isEmpty()) {
            LOG.warn(
                    "a model used placeholders that it was not given vendor={} agent={} placeholders={}",
                    name(),
                    request.purpose().agent(),
                    unmasked.unknown().size());
        }
        return unmasked.text();
    }

    /** A line end or a quotation mark inside a value would break the string it comes to stand in. */
    private static String inJson(String value) {
        var quoted = JsonMapper.shared().writeValueAsString(value);
        return quoted.substring(1, quoted.length() - 1);
    }
}
