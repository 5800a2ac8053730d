package io.sallyport.action;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Whether an entry's arguments come from records that are at hand, and what it moves from fields that count as money. */
final class EntryCheck {

    private static final String ACCOUNT = "account";
    private static final String OTHER_THAN = "other-than";

    /** By these endings whoever decides on a plan knows a sum and its currency among a record's fields. */
    private static final String MINOR = "_minor";

    private static final String CURRENCY = "currency";

    private final YamlFile file;
    private final JsonNode data;
    private final List<String> about;

    private EntryCheck(YamlFile file) {
        this.file = file;
        this.data = file.data();
        this.about = data.path("about").valueStream().map(JsonNode::asString).toList();
    }

    /**
     * @param file that agrees with {@code schemas/action.schema.json}
     * @throws CatalogueFault naming file, line and what to do
     */
    static void check(YamlFile file) {
        var check = new EntryCheck(file);
        check.checkKinds();
        check.checkMoney();
    }

    private void checkKinds() {
        data.path("from")
                .propertyStream()
                .forEach(from ->
                        origins(from.getValue()).forEach(origin -> checkKind("/from/" + from.getKey(), origin)));
        for (String key : List.of("plausible", "must")) {
            data.path(key).propertyNames().stream()
                    .filter(kind -> !about.contains(kind))
                    .findFirst()
                    .ifPresent(kind -> {
                        throw fault(
                                "/" + key + "/" + kind,
                                "says under '" + key + "' something of '" + kind + "', which it is not about",
                                "write one of " + about + " or name '" + kind + "' under 'about'");
                    });
        }
    }

    private void checkKind(String pointer, Origin origin) {
        Set<String> kinds = new HashSet<>(about);
        if (!origin.key().equals(OTHER_THAN)) {
            kinds.add(ACCOUNT);
        }
        if (!kinds.contains(origin.kind())) {
            throw fault(
                    pointer,
                    "takes '" + origin.path() + "', and no " + origin.kind() + " is at hand for it",
                    "take it from one of " + kinds.stream().sorted().toList() + ", or name '" + origin.kind()
                            + "' under 'about'");
        }
    }

    private void checkMoney() {
        JsonNode money = data.path("money");
        if (money.isMissingNode()) {
            data.path("from")
                    .propertyStream()
                    .forEach(from -> origins(from.getValue())
                            .filter(origin -> origin.path().endsWith(MINOR))
                            .findFirst()
                            .ifPresent(origin -> {
                                throw fault(
                                        "/from/" + from.getKey(),
                                        "takes the sum '" + origin.path() + "' and does not say that it moves it",
                                        "name the arguments that hold the sum and its currency under 'money'");
                            }));
            return;
        }
        String amount = money.path("amount").asString();
        String currency = money.path("currency").asString();
        Set<String> named = Set.copyOf(data.at("/arguments/properties").propertyNames());
        if (!named.containsAll(List.of(amount, currency))) {
            throw fault("/money", "names arguments under 'money' that there are not", "use names of 'arguments'");
        }
        checkEnding(amount, MINOR, "a sum in the smallest unit of its currency");
        checkEnding(currency, CURRENCY, "a currency");
        JsonNode type = data.path("arguments").path("properties").path(amount).path("type");
        if (!type.asString("").equals("integer")) {
            throw fault(
                    "/arguments/properties/" + amount,
                    "moves '" + amount + "', which need not be a whole number",
                    "write it as {type: integer, minimum: 1}");
        }
    }

    private void checkEnding(String argument, String ending, String what) {
        JsonNode from = data.path("from").path(argument);
        boolean isField = origins(from).allMatch(origin -> origin.path().endsWith(ending))
                && !from.has("one-of")
                && from.valueStream().noneMatch(each -> each.has("one-of"));
        if (!isField) {
            throw fault(
                    "/from/" + argument,
                    "takes '" + argument + "' from a field that does not end in '" + ending + "'",
                    "take it from one that does, as only that counts as " + what);
        }
    }

    /** @param key under which it stands; empty where it stands alone */
    private record Origin(String key, String path) {
        String kind() {
            return path.substring(0, path.indexOf('.'));
        }
    }

    private static Stream<Origin> origins(JsonNode from) {
        if (from.isArray()) {
            return from.valueStream().flatMap(EntryCheck::origins);
        }
        return from.isString()
                ? Stream.of(new Origin("", from.asString()))
                : Stream.of("choose", OTHER_THAN, "above", "below")
                        .filter(from::has)
                        .map(key -> new Origin(key, from.path(key).asString()));
    }

    private CatalogueFault fault(String pointer, String what, String remedy) {
        return new CatalogueFault(file.name(), file.line(pointer), what, remedy);
    }
}
