package io.axptoken.sandbox.fcm;

import io.axptoken.sandbox.FcmError;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The devices that there are, by token and by installation. May be used from any thread. */
final class Devices {
  private static final int MOST = 1_000_000;

  private final Map<String, Device> byTarget = new HashMap<>();
  private final Set<Device> gone = new HashSet<>();

  /** Takes a device, in the place of one with the same token. */
  synchronized Device add(Device device) {
    if (byTarget.size() >= MOST) {
      throw new IllegalStateException("there are too many devices");
    }
    forget(device.token());
    byTarget.put(device.token(), device);
    byTarget.put(device.installationId(), device);
    return device;
  }

  private void forget(String token) {
    Device former = byTarget.remove(token);
    if (former != null) {
      byTarget.remove(former.installationId());
      gone.remove(former);
    }
  }

  /** Says that the app is gone from the device of that token; whether there is one. */
  synchronized boolean uninstall(String token) {
    Device device = byTarget.get(token);
    if (device != null) {
      gone.add(device);
    }
    return device != null;
  }

  /** Why a project cannot reach a target, and empty if it can. */
  synchronized Optional<FcmError> obstacle(String projectId, String target) {
    Device device = byTarget.get(target);
    if (device == null) {
      return Optional.of(FcmError.INVALID_TOKEN);
    }
    if (!device.projectId().equals(projectId)) {
      return Optional.of(FcmError.SENDER_ID_MISMATCH);
    }
    return gone.contains(device) ? Optional.of(FcmError.UNREGISTERED) : Optional.empty();
  }

  /** The registration token behind a target; topics and the like stand for themselves. */
  synchronized String token(String target) {
    Device device = byTarget.get(target);
    return device == null ? target : device.token();
  }

  synchronized void clear() {
    byTarget.clear();
    gone.clear();
  }
}
