"""The window: widgets over the session. Qt stays in this layer; nothing here reads or writes page files itself.

``window`` joins the parts. ``actions`` is the one table behind menus, bars and shortcuts; ``models`` show the session
to Qt's views; ``panels`` stand beside the canvas; ``dialogs`` say sentences without blocking; ``theme`` is colour and
icon; ``language`` is the only place that translates.
"""
