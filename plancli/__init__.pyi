"""The public names and their types: what is here is promised by docs/API.md."""

from plancli.core.comments.comment import Comment as Comment
from plancli.core.evidence.blame import Blame as Blame
from plancli.core.evidence.blame import Stretch as Stretch
from plancli.core.finding import Finding as Finding
from plancli.core.finding import PlanError as PlanError
from plancli.core.finding import Severity as Severity
from plancli.core.finding import Verdict as Verdict
from plancli.core.locate.anchors import Anchor as Anchor
from plancli.core.locate.anchors import Candidate as Candidate
from plancli.core.locate.anchors import Refusal as Refusal
from plancli.core.locate.citation import Citation as Citation
from plancli.core.locate.citation import Reference as Reference
from plancli.core.locate.citation import Step as Step
from plancli.core.locate.locate import CitedPlace as CitedPlace
from plancli.core.locate.locate import Landing as Landing
from plancli.core.merge.meeting import Meeting as Meeting
from plancli.core.merge.meeting import Side as Side
from plancli.core.plan.model import Paragraph as Paragraph
from plancli.core.plan.model import Section as Section
from plancli.core.publish.table import Row as Row
from plancli.core.revision.revise import Outcome as Outcome
from plancli.core.revision.revise import Revision as Revision
from plancli.core.text.marked import Run as Run
from plancli.core.text.marked import marked as marked
from plancli.library.judging import check as check
from plancli.library.opening import open_repository as open_repository
from plancli.library.reading import blame as blame
from plancli.library.reading import diff as diff
from plancli.library.reading import locate as locate
from plancli.library.reading import read_citation as read_citation
from plancli.library.reading import rows as rows
from plancli.library.revising import apply as apply
from plancli.library.revising import revert as revert
from plancli.messages import activate as activate
from plancli.render.findings.messages import hint as hint
from plancli.render.findings.messages import message as message
from plancli.store.repository import Repository as Repository
from plancli.store.save import revised_files as revised_files
from plancli.store.save import save as save

__version__: str
