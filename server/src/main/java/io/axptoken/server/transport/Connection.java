package io.axptoken.server.transport;

import io.axptoken.client.transport.TransportException.Reason;
import io.axptoken.service.http.connection.GatheredFlush;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.ReferenceCountUtil;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One connection, which carries one call after another and never two at a time. It goes back to its
 * pool when all that was read belonged to the answer; whatever comes before the next request is on
 * its way ends it, so that it is not taken for the answer to that.
 */
final class Connection extends ChannelInboundHandlerAdapter implements ChannelFutureListener {
  /** Shorter than the idle times of usual load balancers, so that we are the ones who close. */
  private static final Duration KEEP_ALIVE = Duration.ofSeconds(30);

  /** Nobody means well who sends more of them before one answer. */
  private static final int MOST_INTERIM_ANSWERS = 16;

  private final Connections pool;
  private final Channel channel;
  private final GatheredFlush flush;
  private final AnswerDecoder decoder = new AnswerDecoder(this);
  private long lifeEnd;
  private long idleEnd;
  private boolean closed;

  /* The call. */
  private @Nullable PlatformCall call;
  private @Nullable ChannelPromise written;
  private @Nullable Answer answer;
  private int interimAnswers;
  private boolean answered;
  private long carriedSince;

  private Connection(Connections pool, Channel channel, GatheredFlush flush, Duration life) {
    this.pool = pool;
    this.channel = channel;
    this.flush = flush;
    long now = System.nanoTime();
    this.lifeEnd = now + life.toNanos();
    this.idleEnd = now + KEEP_ALIVE.toNanos();
  }

  /** Takes a channel over that has just been connected; to be called on its event loop. */
  static Connection over(Channel channel, Connections pool, Duration life) {
    ChannelPipeline pipeline = channel.pipeline();
    // What Vert.x has there for sockets of its own would take what comes in.
    for (var handler : List.copyOf(pipeline.toMap().values())) {
      if (!(handler instanceof SslHandler)) {
        pipeline.remove(handler);
      }
    }
    var connection = new Connection(pool, channel, GatheredFlush.addTo(pipeline), life);
    pipeline.addLast(connection.decoder, connection);
    return connection;
  }

  /** Sends a request whose answer the call is to have; only to a connection that is free. */
  void carry(PlatformCall next, RequestHead head, byte[] body) {
    call = next;
    carriedSince = System.nanoTime();
    answer = null;
    answered = false;
    interimAnswers = 0;
    ChannelPromise promise = channel.newPromise();
    written = promise;
    promise.addListener(this);
    var _ = channel.writeAndFlush(head.with(body, channel.alloc()), promise);
  }

  /** The request went out, or it did not. */
  @Override
  public void operationComplete(ChannelFuture outcome) {
    Throwable cause = outcome.cause();
    if (cause != null && outcome.equals(written)) {
      fail(cause);
    }
  }

  /** Whether bytes may be those of an answer: there is a request, and it is on its way. */
  boolean isAsked() {
    return call != null && isBegun();
  }

  /** Whether the request has gone out, or is about to: the peer may take its time to read it. */
  private boolean isBegun() {
    return isWritten() || (isBeingWritten() && !flush.isHolding());
  }

  private boolean isBeingWritten() {
    return written != null && !written.isDone();
  }

  private boolean isWritten() {
    return written != null && written.isSuccess();
  }

  /** Something came that no request has asked for. */
  void unasked() {
    fail(new IOException("An answer without a request"));
  }

  @Override
  public void channelRead(ChannelHandlerContext context, Object message) {
    try {
      if (message instanceof HttpObject part) {
        read(part);
      }
    } finally {
      ReferenceCountUtil.release(message);
    }
  }

  private void read(HttpObject part) {
    PlatformCall current = call;
    if (current == null) {
      unasked();
    } else if (part.decoderResult().isFailure()) {
      fail(part.decoderResult().cause());
    } else {
      if (part instanceof HttpResponse head) {
        begin(head, current);
      }
      if (part instanceof HttpContent content && answer != null) {
        add(content, answer, current);
      }
    }
  }

  private void begin(HttpResponse head, PlatformCall current) {
    if (!Answer.isKnownVersion(head)) {
      fail(new IOException("An unknown version of HTTP"));
    } else if (Answer.isInterim(head)) {
      interimAnswers++;
      if (interimAnswers > MOST_INTERIM_ANSWERS) {
        fail(new IOException("Too many interim answers"));
      }
    } else {
      answer = new Answer(head);
      if (answer.announcesTooMuch()) {
        tooLarge(current);
      }
    }
  }

  private void add(HttpContent content, Answer begun, PlatformCall current) {
    if (!begun.add(content.content())) {
      tooLarge(current);
    } else if (content instanceof LastHttpContent) {
      call = null;
      answered = true;
      current.answered(begun.whole());
    }
  }

  private void tooLarge(PlatformCall current) {
    abandon();
    current.fail(Reason.TOO_LARGE, null);
  }

  /** All that was there has been read: only now it is known that nothing followed the answer. */
  @Override
  public void channelReadComplete(ChannelHandlerContext context) {
    Answer last = answer;
    if (!answered || closed || last == null) {
      return;
    }
    answer = null;
    answered = false;
    if (last.leavesConnection() && isWritten() && !decoder.hasMore()) {
      long now = System.nanoTime();
      idleEnd = now + idleTime(last).toNanos();
      pool.carried(now - carriedSince);
      pool.giveBack(this);
    } else {
      close();
    }
  }

  private static Duration idleTime(Answer last) {
    Duration said = last.idleTime();
    return said != null && said.compareTo(KEEP_ALIVE) < 0 ? said : KEEP_ALIVE;
  }

  /** Whether a free connection may carry another call. */
  boolean isFit(long now) {
    return channel.isActive() && lifeEnd - now > 0 && idleEnd - now > 0;
  }

  /** Whether it leads to one of these hosts. */
  boolean isTo(List<InetSocketAddress> hosts) {
    return !(channel.remoteAddress() instanceof InetSocketAddress there)
        || hosts.stream().anyMatch(host -> there.getAddress().equals(host.getAddress()));
  }

  /** It carries no further call. */
  void retire() {
    lifeEnd = System.nanoTime();
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    fail(new ClosedChannelException());
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    fail(cause);
  }

  private void fail(Throwable cause) {
    PlatformCall current = call;
    boolean sent = isBegun();
    abandon();
    if (current != null) {
      current.lost(cause, sent);
    }
  }

  /** Ends it at once: what has not gone out never does. */
  void abandon() {
    call = null;
    if (leave()) {
      // Through the pipeline, the end would send first what is held back.
      channel.unsafe().close(channel.voidPromise());
    }
  }

  /** Ends a connection that is free, with the farewell of TLS. */
  void close() {
    if (leave()) {
      var _ = channel.close();
    }
  }

  private boolean leave() {
    boolean first = !closed;
    closed = true;
    if (first) {
      pool.gone(this);
    }
    return first;
  }
}
