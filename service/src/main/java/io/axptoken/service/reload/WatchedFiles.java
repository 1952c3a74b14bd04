package io.axptoken.service.reload;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The files that a server depends on, and which of their states were dealt with. */
public final class WatchedFiles {
  private Set<Path> files;

  /* Those that were read at the start may have changed since: the first look finds them changed. */
  private FileStamps applied = FileStamps.of(Set.of());
  private @Nullable FileStamps seen;
  private @Nullable FileStamps failed;
  private @Nullable FileStamps told;

  public WatchedFiles(Set<Path> files) {
    this.files = Set.copyOf(files);
  }

  /** What is to be done about a state. */
  public enum State {
    /** Nothing: it was dealt with. */
    KNOWN,
    /** Wait: somebody may be writing. */
    CHANGING,
    /** Use it: it has lasted. */
    SETTLED
  }

  /** What they look like now. */
  public FileStamps look() {
    return FileStamps.of(files);
  }

  /** What is to be done about this state. */
  public State judge(FileStamps now) {
    if (now.equals(applied) || now.equals(told)) {
      return State.KNOWN;
    }
    State state = now.equals(seen) ? State.SETTLED : State.CHANGING;
    seen = now;
    return state;
  }

  /** They are in force as they were in this state, and these are the files now. */
  public void applied(FileStamps state, Set<Path> nextFiles) {
    files = Set.copyOf(nextFiles);
    applied = state.only(nextFiles);
    failed = null;
    told = null;
  }

  /** They could not be put in force; these are files that were tried, too. */
  public void failed(FileStamps state, Set<Path> others) {
    Set<Path> all = new HashSet<>(files);
    all.addAll(others);
    files = Set.copyOf(all);
    failed = state.only(files);
    seen = failed;
  }

  /** Whether this state has failed before: the other half of a change did not come. */
  public boolean hasFailed(FileStamps state) {
    return state.equals(failed);
  }

  /** It was told that the state that failed last is faulty. */
  public void told() {
    told = failed;
  }
}
