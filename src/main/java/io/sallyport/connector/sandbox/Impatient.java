package io.sallyport.connector.sandbox;

import io.sallyport.connector.LookUp;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Asks the sandbox in this process as one would over a network: on another thread, and not for ever. */
final class Impatient implements Vendor {

    private final Vendor vendor;
    private final Duration patience;

    Impatient(Vendor vendor, Duration patience) {
        this.vendor = vendor;
        this.patience = patience;
    }

    @Override
    public Answer change(String effectId, Wanted wanted) {
        return within(() -> vendor.change(effectId, wanted));
    }

    @Override
    public Answer undo(String effectId, String undone, String caseId) {
        return within(() -> vendor.undo(effectId, undone, caseId));
    }

    @Override
    public LookUp lookUp(String effectId) {
        return within(() -> vendor.lookUp(effectId));
    }

    private <T> T within(Supplier<T> call) {
        var task = new FutureTask<T>(call::get);
        Thread worker = Thread.ofVirtual().name("sandbox-call").start(task);
        try {
            return task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            worker.interrupt();
            throw new NoAnswer("the sandbox did not answer within " + patience.toMillis() + " ms", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new NoAnswer("interrupted while waiting for the sandbox", stopped);
        } catch (ExecutionException broken) {
            if (broken.getCause() instanceof NoAnswer none) {
                throw none;
            }
            throw new NoAnswer("the sandbox broke", broken);
        }
    }
}
