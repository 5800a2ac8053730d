package io.sallyport.gate.authorization;

import io.sallyport.casefile.ActionPlan;
import io.sallyport.casefile.Amount;
import io.sallyport.casefile.BusinessRecord;
import io.sallyport.casefile.BusinessRecords;
import io.sallyport.casefile.CaseRecord;
import io.sallyport.casefile.FieldValue;
import io.sallyport.casefile.FieldValue.Text;
import io.sallyport.gate.authorization.Request.Uid;
import io.sallyport.gate.authorization.SchemaShape.Action;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Reads what a plan rests on and puts it before the policies. May be shared between threads. */
final class Authorizer {

    static final String CUSTOMER = "Customer";

    /** The group of actions that give money back: what the vendor's own book says of it counts as well. */
    private static final String PAYOUT = "payout";

    private final CedarEngine engine;
    private final BusinessRecords records;
    private final PostgresReservations reservations;
    private final AssuranceOf assurance;
    private final UnaryOperator<String> roles;
    private final String homeCurrency;
    private final InstantSource clock;

    /** @param roles what role of the desk a person has now */
    Authorizer(
            CedarEngine engine,
            BusinessRecords records,
            PostgresReservations reservations,
            AssuranceOf assurance,
            UnaryOperator<String> roles,
            String homeCurrency,
            InstantSource clock) {
        this.engine = engine;
        this.records = records;
        this.reservations = reservations;
        this.assurance = assurance;
        this.roles = roles;
        this.homeCurrency = homeCurrency;
        this.clock = clock;
    }

    /**
     * @throws Unfit when it cannot be asked
     * @throws BusinessRecords.Unreachable when a system does not answer
     */
    Question question(CaseRecord record, ActionPlan plan) {
        Action action = engine.shape()
                .findAction(plan.action())
                .filter(found -> !found.isGroup())
                .orElseThrow(() -> Unfit.missing("no policy knows the action '" + plan.action() + "'"));
        Reading reading = Reading.of(plan, records);
        Instant now = clock.instant();
        var projection = new Projection(engine.shape(), now);
        var customer = new Uid(CUSTOMER, plan.customer());
        var about = new Uid(type(reading.about().kind()), reading.about().id());
        Request request = new Request(
                customer,
                new Uid("Action", plan.action()),
                about,
                Map.of(),
                List.of(
                        projection.thing(
                                customer,
                                reading.account(),
                                Map.of(
                                        "account",
                                        new Text(plan.customer()),
                                        "roles",
                                        Writer.roles(record, reading.account()))),
                        projection.thing(about, reading.about(), owner(reading.about()))));
        Set<String> family = engine.shape().family(plan.action());
        String currency = plan.amount().map(Amount::currency).orElse(homeCurrency);
        Usage usage = reservations.usage(plan, family, currency);
        if (action.groups().contains(PAYOUT)) {
            usage = VendorsBook.of(records, plan.customer(), currency, now)
                    .and(reservations.unbooked(plan, family, currency))
                    .orMore(usage);
        }
        return new Question(
                engine,
                request,
                action,
                new Circumstances(
                        plan,
                        reading.about(),
                        usage,
                        homeCurrency,
                        assurance.customer(record, plan.customer()),
                        Yes.to(plan, record, roles, now)));
    }

    private static Map<String, FieldValue> owner(BusinessRecord record) {
        return record.kind().equals("account") ? Map.of("account", new Text(record.id())) : Map.of();
    }

    /** {@code order} is an {@code Order}, {@code gift-card} a {@code GiftCard}. */
    static String type(String kind) {
        var type = new StringBuilder();
        for (String word : kind.split("[-_]", -1)) {
            if (!word.isEmpty()) {
                type.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
            }
        }
        return type.toString();
    }
}
