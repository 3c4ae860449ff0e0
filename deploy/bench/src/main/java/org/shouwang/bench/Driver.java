package org.shouwang.bench;

import java.util.ArrayList;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** Calls an operation again and again by some callers at once, each waiting for its answer before the next, and takes the time of each. */
final class Driver {

    /** One call. The answer: what it counts for, in events, commands or persons. */
    @FunctionalInterface
    interface Operation {
        /**
         * @param caller from 0
         * @param turn of this caller, from 0
         */
        CompletionStage<Integer> call(int caller, long turn);
    }

    /** When callers stop: after so many nanoseconds, or after so many calls of each. */
    record Limit(long nanos, long turns) {
        static Limit seconds(double seconds) {
            return new Limit((long) (seconds * 1e9), Long.MAX_VALUE);
        }

        static Limit turns(long turns) {
            return new Limit(TimeUnit.MINUTES.toNanos(30), turns);
        }
    }

    /** No call takes longer, or the row fails. */
    private static final long PATIENCE = TimeUnit.MINUTES.toMillis(2);

    private final Supplier<Executor> callers;
    private final Supplier<Meter> meters;

    /** @param callers where one more caller begins */
    Driver(Supplier<Executor> callers) {
        this(callers, Meter::here);
    }

    /** @param meters of the processes that take part */
    Driver(Supplier<Executor> callers, Supplier<Meter> meters) {
        this.callers = callers;
        this.meters = meters;
    }

    Measured run(int count, Limit limit, Operation operation) throws InterruptedException {
        var done = new CountDownLatch(count);
        var failure = new AtomicReference<Throwable>();
        var all = new ArrayList<Caller>();
        var meter = meters.get();
        var begin = System.nanoTime();
        for (var i = 0; i < count; i++) {
            var caller = new Caller(i, begin, limit, operation, done, failure);
            all.add(caller);
            callers.get().execute(caller::next);
        }
        if (!done.await(TimeUnit.NANOSECONDS.toMillis(limit.nanos()) + PATIENCE, TimeUnit.MILLISECONDS))
            throw new IllegalStateException("a call did not end within two minutes");
        var nanos = System.nanoTime() - begin;
        if (failure.get() != null) throw new IllegalStateException("a call failed", failure.get());
        var histogram = new Histogram(3);
        all.forEach(caller -> histogram.add(caller.histogram));
        var counted = all.stream().mapToLong(caller -> caller.counted).sum();
        return Measured.of(counted, nanos, histogram, meter.each(counted));
    }

    private static final class Caller {
        private final int number;
        private final long begin;
        private final Limit limit;
        private final Operation operation;
        private final CountDownLatch done;
        private final AtomicReference<Throwable> failure;
        private final Histogram histogram = new Histogram(3);
        private long turn;
        private long counted;

        Caller(
                int number,
                long begin,
                Limit limit,
                Operation operation,
                CountDownLatch done,
                AtomicReference<Throwable> failure) {
            this.number = number;
            this.begin = begin;
            this.limit = limit;
            this.operation = operation;
            this.done = done;
            this.failure = failure;
        }

        /** Goes on in a loop while answers are there at once, and from the answer where it comes later. */
        void next() {
            while (turn < limit.turns() && System.nanoTime() - begin < limit.nanos() && failure.get() == null) {
                var from = System.nanoTime();
                CompletionStage<Integer> answer;
                try {
                    answer = operation.call(number, turn++);
                } catch (RuntimeException e) {
                    failure.compareAndSet(null, e);
                    break;
                }
                var future = answer.toCompletableFuture();
                if (!future.isDone()) {
                    future.whenComplete((count, e) -> {
                        took(from, count, e);
                        next();
                    });
                    return;
                }
                try {
                    took(from, future.join(), null);
                } catch (CompletionException e) {
                    took(from, null, e);
                }
            }
            done.countDown();
        }

        private void took(long from, Integer count, Throwable e) {
            if (e != null) failure.compareAndSet(null, e);
            else {
                histogram.recordValue(System.nanoTime() - from);
                counted += count;
            }
        }
    }
}
