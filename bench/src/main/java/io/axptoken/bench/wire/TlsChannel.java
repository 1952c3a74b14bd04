package io.axptoken.bench.wire;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;

/**
 * One end of an encrypted connection, whose handshake happens as bytes come in. One thread may read
 * while another writes, once the handshake is over.
 */
final class TlsChannel implements ByteChannel {
  private static final int MAX_RECORD = 18 * 1024;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SocketChannel channel;
  private final SSLEngine engine;
  private final ByteBuffer encryptedIn = ByteBuffer.allocateDirect(2 * MAX_RECORD);
  private final ByteBuffer encryptedOut = ByteBuffer.allocateDirect(MAX_RECORD);
  private final ByteBuffer plainIn = ByteBuffer.allocate(3 * MAX_RECORD).flip();

  TlsChannel(SocketChannel channel, SSLEngine engine) {
    this.channel = channel;
    this.engine = engine;
  }

  /** Waits, on a channel that blocks, until both sides know each other. */
  TlsChannel handshaken() throws IOException {
    engine.beginHandshake();
    advance();
    while (handshaking()) {
      if (read(NOTHING) < 0) {
        throw new EOFException("The connection was closed by the other side.");
      }
    }
    return this;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (!plainIn.hasRemaining()) {
      int count = channel.read(encryptedIn);
      if (count < 0) {
        return -1;
      }
      decrypt();
      if (engine.isInboundDone() && !plainIn.hasRemaining()) {
        return -1;
      }
    }
    return moveTo(target);
  }

  private int moveTo(ByteBuffer target) {
    int count = Math.min(target.remaining(), plainIn.remaining());
    target.put(target.position(), plainIn, plainIn.position(), count);
    target.position(target.position() + count);
    plainIn.position(plainIn.position() + count);
    return count;
  }

  private void decrypt() throws IOException {
    encryptedIn.flip();
    plainIn.compact();
    Status status = Status.OK;
    while (status == Status.OK && encryptedIn.hasRemaining()) {
      status = engine.unwrap(encryptedIn, plainIn).getStatus();
      advance();
    }
    plainIn.flip();
    encryptedIn.compact();
  }

  // Does what the handshake asks of this side before more can be read.
  private void advance() throws IOException {
    HandshakeStatus status = engine.getHandshakeStatus();
    while (status == HandshakeStatus.NEED_TASK || status == HandshakeStatus.NEED_WRAP) {
      if (status == HandshakeStatus.NEED_TASK) {
        engine.getDelegatedTask().run();
      } else {
        encrypt(NOTHING);
      }
      status = engine.getHandshakeStatus();
    }
  }

  private boolean handshaking() {
    return engine.getHandshakeStatus() != HandshakeStatus.NOT_HANDSHAKING;
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    int before = source.remaining();
    while (source.hasRemaining()) {
      encrypt(source);
    }
    return before;
  }

  private void encrypt(ByteBuffer source) throws IOException {
    encryptedOut.clear();
    SSLEngineResult result = engine.wrap(source, encryptedOut);
    if (result.getStatus() == Status.CLOSED) {
      throw new EOFException("The connection was closed by the other side.");
    }
    encryptedOut.flip();
    while (encryptedOut.hasRemaining()) {
      channel.write(encryptedOut);
    }
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
