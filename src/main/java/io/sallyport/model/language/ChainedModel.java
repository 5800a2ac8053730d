package io.sallyport.model.language;

import io.sallyport.model.language.Answer.Failed;
import io.sallyport.model.language.Answer.Fault;
import io.sallyport.model.language.Answer.Said;
import io.sallyport.model.language.Answer.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A role's models, each standing in for those before it when they cannot be asked. An answer that came and cannot be used
 * is final: looking for a model that says something else would be shopping for an answer.
 */
final class ChainedModel implements LanguageModel {

    private final List<VendorModel> models;
    private final Safeguards guards;

    ChainedModel(List<VendorModel> models, Safeguards guards) {
        this.models = List.copyOf(models);
        this.guards = guards;
    }

    @Override
    public String name() {
        return models.getFirst().name();
    }

    List<VendorModel> models() {
        return models;
    }

    @Override
    public <A> Answer<A> ask(Request<A> request) {
        var until = guards.clock().instant().plus(request.patience());
        var tried = new ArrayList<Tried>();
        for (var model : models) {
            switch (model.ask(request, until)) {
                case Said<A> said -> {
                    return said;
                }
                case Failed<A> failed -> {
                    tried.addAll(failed.tried());
                    if (model == models.getLast() || !isForAnother(failed.fault())) {
                        return new Failed<>(failed.fault(), said(tried), failed.usage(), failed.pause(), tried);
                    }
                }
            }
        }
        throw new IllegalStateException("a chain without models");
    }

    private static String said(List<Tried> tried) {
        return tried.size() == 1
                ? tried.getFirst().why()
                : tried.stream()
                        .map(one -> one.model() + ": " + one.fault().label() + ", " + one.why())
                        .collect(Collectors.joining("; "));
    }

    private static boolean isForAnother(Fault fault) {
        return switch (fault) {
            case RATE_LIMITED, OVERLOADED, TIMED_OUT, UNREACHABLE, SERVER_ERROR, REJECTED, SUSPENDED -> true;
            case UNREADABLE, TRUNCATED, REFUSED, EXTRA_TEXT, WRONG_SCHEMA, BUDGET_SPENT -> false;
        };
    }
}
