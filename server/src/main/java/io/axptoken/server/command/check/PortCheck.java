package io.axptoken.server.command.check;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.function.BooleanSupplier;

/** Looks whether a listener could be opened. */
public final class PortCheck {
  private final Findings findings;
  private final BooleanSupplier served;

  /**
   * Puts what it finds there.
   *
   * @param served whether a token server runs here already, by its management listener
   */
  public PortCheck(Findings findings, BooleanSupplier served) {
    this.findings = findings;
    this.served = served;
  }

  /** Looks at the listener whose host and port stand in this section. */
  public void look(String section, String host, int port) {
    String check = section.equals("server") ? "port" : section + "-port";
    if (port == 0) {
      findings.ok(check, "chosen by the system at the start");
      return;
    }
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
      findings.ok(check, port + " is free");
    } catch (UnknownHostException e) {
      findings.failed(check, host + " has no address", "Correct " + section + ".host.");
    } catch (BindException e) {
      taken(check, section, port, String.valueOf(e.getMessage()));
    } catch (IOException e) {
      findings.failed(
          check, port + " cannot be listened on", "Choose another " + section + ".port.");
    }
  }

  private void taken(String check, String section, int port, String said) {
    if (said.contains("denied")) {
      findings.failed(
          check,
          port + " is not allowed to this user",
          "Ports below 1024 need a permission: choose another " + section + ".port.");
    } else if (said.contains("assign")) {
      findings.failed(check, "this machine has no such address", "Correct " + section + ".host.");
    } else if (served.getAsBoolean()) {
      findings.ok(check, port + " is in use, and a token server runs here already");
    } else {
      findings.failed(
          check,
          port + " is in use by another program",
          "Stop it, or choose another " + section + ".port.");
    }
  }
}
