package gradientlab.diagnostics.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OwnThreadTest {

    private static final long LONG = 60_000;

    @Test
    void whatItThrowsIsNoMatterOfTheCaller() {
        assertThat(OwnThread.run(
                        () -> {
                            throw new OutOfMemoryError("of a copy");
                        },
                        LONG))
                .isEmpty();
    }

    @Test
    void anInterruptedCallerGetsItsAnswerAndStaysInterrupted() {
        Thread.currentThread().interrupt();

        assertThat(OwnThread.run(() -> 42, LONG)).contains(42);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void whatDoesNotEndIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        Object end = new Object();

        assertThat(OwnThread.run(
                        () -> {
                            try {
                                never.await();
                            } catch (InterruptedException e) {
                                throw new IllegalStateException(e);
                            }
                            return end;
                        },
                        10))
                .isEmpty();
        never.countDown();
    }
}
