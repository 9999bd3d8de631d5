"""A comment that two branches changed: its lists are joined as lists, all else as git joins lines."""

from plancli.core.comments.comment import Comment
from plancli.core.finding import PlanError
from plancli.core.revision.lists import both_changed, lists_joined, lists_of
from plancli.core.revision.three import Three
from plancli.git import processes as git
from plancli.store.comments import with_lists
from plancli.store.validate import validate
from plancli.store.yaml.strict import Document, parse


def joined_comment(
    path: str, contents: Three[bytes], plain: git.Merged, names: tuple[str, str], size: int
) -> git.Merged | None:
    """Return a comment with its lists joined; None where the lines as git joins them are right already.

    All three versions get the joined lists, so that nothing of them is in conflict. `names` are those of the
    branches in the markers of what is, and `size` their length.
    """
    try:
        documents = Three(*(parse(path, content) for content in contents))
        comments = Three(*(comment_in(document) for document in documents))
        if plain.clean and not both_changed(comments):
            return None
        lists = lists_joined(comments)
        if not lists:
            return None
        files = Three(*(with_lists(document, lists) for document in documents))
        merged = git.merge_lines(files, names, size)
        if merged.clean:
            said = lists_of(comment_in(parse(path, merged.content)))
            if any(said[key] != joined for key, joined in lists.items()):
                return None
    except (
        PlanError
    ):  # a version is no comment, or a remark stands inside a list: git's markers stay
        return None
    return merged


def comment_in(document: Document) -> Comment:
    """Return the comment of a version of a file, which is called by its path."""
    return validate(Comment, document, {**document.data, "id": document.file})
