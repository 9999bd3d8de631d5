"""The one place where errors are caught: how a command ends, and with which exit code."""

from collections.abc import Callable

from plancli.cli.system import problem
from plancli.core.finding import Code, Place, PlanError, refuse


def ended(run: Callable[[], int], say: Callable[[str], None]) -> int:
    """Run a command; every error that a user can make ends here, said line by line, with its exit code."""
    try:
        return run()
    except PlanError as error:
        return _refused(error, say)
    except BrokenPipeError:
        from plancli.cli.output import closed_pipe

        return closed_pipe()
    except OSError as error:
        place = Place(str(error.filename)) if error.filename else None
        return _refused(refuse(Code.SYSTEM, place, problem=problem(error)), say)
    except KeyboardInterrupt:
        return 130


def _refused(error: PlanError, say: Callable[[str], None]) -> int:
    from plancli.render.findings.messages import lines

    for finding in error.findings:
        for line in lines(finding):
            say(line)
    return error.exit_code
