package io.axptoken.service.http.connection;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatheredFlushTest {
  private final EventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final List<String> sent = new ArrayList<>();

  @AfterEach
  void tearDown() {
    loop.shutdownGracefully(0, 10, SECONDS).awaitUninterruptibly();
  }

  @Test
  void whatIsWrittenGoesOutAtTheEndOfTheTurnWithThatOfOthers() throws Exception {
    Channel one = channel("one");
    Channel other = channel("other");
    List<String> sentDuringTheTurn =
        turn(() -> {
          one.pipeline().flush();
          other.pipeline().flush();
          one.pipeline().flush();
        });
    assertThat(sentDuringTheTurn).isEmpty();
    assertThat(turn(() -> {})).containsExactly("one", "other");
  }

  @Test
  void eachTurnHasAnEnd() throws Exception {
    Channel one = channel("one");
    turn(() -> one.pipeline().flush());
    turn(() -> one.pipeline().flush());
    assertThat(turn(() -> {})).containsExactly("one", "one");
  }

  @Test
  void manyDoNotWaitForTheEndOfTheTurn() throws Exception {
    List<Channel> crowd =
        IntStream.range(0, EventLoopTurn.MOST_HELD).mapToObj(i -> channel("some")).toList();
    assertThat(turn(() -> crowd.forEach(channel -> channel.pipeline().flush())))
        .hasSize(EventLoopTurn.MOST_HELD);
  }

  @Test
  void whatWasWrittenBeforeTheEndOfTheConnectionIsSentBeforeIt() throws Exception {
    Channel one = channel("one");
    List<String> sentDuringTheTurn =
        turn(() -> {
          one.pipeline().flush();
          var _ = one.close();
        });
    assertThat(sentDuringTheTurn).containsExactly("one");
  }

  private Channel channel(String name) {
    Channel channel = new NioSocketChannel();
    GatheredFlush.addTo(channel.pipeline());
    channel
        .pipeline()
        .addFirst(
            new ChannelOutboundHandlerAdapter() {
              @Override
              public void flush(ChannelHandlerContext context) {
                sent.add(name);
              }
            });
    loop.register(channel).syncUninterruptibly();
    return channel;
  }

  /** A task alone is a turn; gives what was sent until its end. */
  private List<String> turn(Runnable task)
      throws InterruptedException, ExecutionException, TimeoutException {
    return loop.submit(
            () -> {
              task.run();
              return List.copyOf(sent);
            })
        .get(10, SECONDS);
  }
}
