package io.axptoken.service.config.load;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.Parser;

/** A YAML parser that goes only so deep: the composer behind it calls itself for each level. */
final class BoundedParser implements Parser {
  private static final int DEEPEST = 16;

  private final Parser parser;
  private int depth;

  BoundedParser(Parser parser) {
    this.parser = parser;
  }

  /** A file that is nested too deeply. */
  static final class TooDeep extends YamlEngineException {
    private static final long serialVersionUID = 1L;

    private final int line;

    private TooDeep(int line) {
      super("nested too deeply");
      this.line = line;
    }

    int line() {
      return line;
    }
  }

  @Override
  public boolean checkEvent(Event.ID choice) {
    return parser.checkEvent(choice);
  }

  @Override
  public Event peekEvent() {
    return parser.peekEvent();
  }

  @Override
  public boolean hasNext() {
    return parser.hasNext();
  }

  @Override
  public Event next() {
    Event event = parser.next();
    depth +=
        switch (event.getEventId()) {
          case MappingStart, SequenceStart -> 1;
          case MappingEnd, SequenceEnd -> -1;
          default -> 0;
        };
    if (depth > DEEPEST) {
      throw new TooDeep(event.getStartMark().map(mark -> mark.getLine() + 1).orElse(0));
    }
    return event;
  }
}
