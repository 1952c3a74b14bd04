package io.axptoken.push.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BatchesTest {
  private final List<List<String>> done = new CopyOnWriteArrayList<>();
  private final CountDownLatch first = new CountDownLatch(1);

  private void work(List<String> batch) {
    if (batch.contains("wait")) {
      await();
    }
    if (batch.contains("poison")) {
      throw new IllegalStateException("poison");
    }
    done.add(List.copyOf(batch));
  }

  private void await() {
    try {
      assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatComesWhileOneIsUnderWayIsDoneTogether() {
    try (Batches<String> batches = new Batches<>("test", this::work)) {
      List<CompletableFuture<Void>> all = new ArrayList<>();
      all.add(batches.add("wait").toCompletableFuture());
      for (int i = 0; i < 100; i++) {
        all.add(batches.add("e" + i).toCompletableFuture());
      }
      first.countDown();
      CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
          .orTimeout(20, TimeUnit.SECONDS)
          .join();

      assertThat(done).hasSizeLessThanOrEqualTo(2);
    }
  }

  @Test
  void whatCannotBeDoneFailsNobodyElse() {
    try (Batches<String> batches = new Batches<>("test", this::work)) {
      CompletableFuture<Void> begin = batches.add("wait").toCompletableFuture();
      CompletableFuture<Void> good = batches.add("good").toCompletableFuture();
      CompletableFuture<Void> poison = batches.add("poison").toCompletableFuture();
      CompletableFuture<Void> fine = batches.add("fine").toCompletableFuture();
      first.countDown();

      CompletableFuture.allOf(begin, good, fine).orTimeout(20, TimeUnit.SECONDS).join();
      assertThat(poison.handle((_, failure) -> failure).join())
          .isInstanceOfAny(IllegalStateException.class, CompletionException.class);
    }
  }
}
