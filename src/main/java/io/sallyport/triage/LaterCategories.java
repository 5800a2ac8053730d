package io.sallyport.triage;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** A model that is still learning while the desk starts; whoever asks first waits for it. */
final class LaterCategories implements CategoryModel {

    private final FutureTask<CategoryModel> learning;

    private LaterCategories(Supplier<CategoryModel> model) {
        this.learning = new FutureTask<>(model::get);
    }

    static LaterCategories soon(Supplier<CategoryModel> model) {
        var later = new LaterCategories(model);
        Lessons.take(later.learning);
        return later;
    }

    @Override
    public Guess guess(String text) {
        try {
            return learning.get().guess(text);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the category model could not be learned", failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while waiting for the category model", stopped);
        }
    }
}
